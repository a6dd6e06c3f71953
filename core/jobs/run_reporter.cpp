#include "core/jobs/run_reporter.h"

#include <algorithm>
#include <utility>

namespace labelwright {
namespace {

constexpr double secondsBetweenTicks = 0.1;

}  // namespace

RunReporter::RunReporter(JobId job, std::uint64_t texts, std::uint64_t labels, std::shared_ptr<const std::vector<Hash128>> hypotheses,
                         std::function<void(JobEvent)> emit)
    : m_job(job), m_hypotheses(std::move(hypotheses)), m_emit(std::move(emit)) {
    m_summary.texts = texts;
    m_summary.labels = labels;
    m_summary.pairs = texts * m_hypotheses->size();
}

void RunReporter::scored(std::vector<std::uint32_t> rows, std::vector<PairLogits> logits, std::vector<bool> truncated,
                         const ScoreReading& reading, std::uint64_t pairsFromCache) {
    m_doneTexts += rows.size();
    m_donePairs += logits.size();
    m_summary.fromCache += pairsFromCache;
    m_summary.truncated += static_cast<std::uint64_t>(std::count(truncated.begin(), truncated.end(), true));
    m_emit(RecordsScored{m_job, std::move(rows), m_hypotheses, std::move(logits), std::move(truncated), reading});
    tick();
}

void RunReporter::tick() {
    const double now = m_watch.seconds();
    if (m_lastTick >= 0 && now - m_lastTick < secondsBetweenTicks && m_doneTexts < m_summary.texts) return;
    m_lastTick = now;
    Progress progress;
    progress.job = m_job;
    progress.doneTexts = m_doneTexts;
    progress.totalTexts = m_summary.texts;
    progress.pairs = m_donePairs;
    progress.pairsFromCache = m_summary.fromCache;
    progress.textsPerSecond = now > 0 ? static_cast<double>(m_doneTexts) / now : 0;
    progress.secondsLeft = progress.textsPerSecond > 0 ? static_cast<double>(m_summary.texts - m_doneTexts) / progress.textsPerSecond : 0;
    m_emit(progress);
}

RunSummary RunReporter::summary() const {
    RunSummary summary = m_summary;
    summary.seconds = m_watch.seconds();
    return summary;
}

}  // namespace labelwright
