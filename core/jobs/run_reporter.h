#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/base/clock.h"
#include "core/jobs/job_event.h"

namespace labelwright {

/// Counts what a run does and turns it into events, Progress at most ten times a second. Worker thread.
class RunReporter {
public:
    RunReporter(JobId job, std::uint64_t texts, std::uint64_t labels, std::shared_ptr<const std::vector<Hash128>> hypotheses,
                std::function<void(JobEvent)> emit);

    /// `logits` is [rows, A], one for each hypothesis; `fromCache` of the pairs were not computed in this run.
    void scored(std::vector<std::uint32_t> rows, std::vector<PairLogits> logits, std::vector<bool> truncated, const ScoreReading& reading,
                std::uint64_t pairsFromCache);
    /// Sends Progress if a tenth of a second has passed.
    void tick();
    void backedOff(std::uint32_t times) { m_summary.memoryBackOffs += times; }
    void forwarded(std::uint64_t sequences) { m_summary.forwards += sequences; }
    /// Totals so far.
    RunSummary summary() const;

private:
    JobId m_job;
    std::shared_ptr<const std::vector<Hash128>> m_hypotheses;
    std::function<void(JobEvent)> m_emit;
    RunSummary m_summary;
    std::uint64_t m_doneTexts = 0;
    std::uint64_t m_donePairs = 0;
    Stopwatch m_watch;
    double m_lastTick = -1;
};

}  // namespace labelwright
