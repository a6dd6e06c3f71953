#include "core/labels/suggestions/shared_behaviour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/domain/label_reader.h"
#include "core/labels/meaning/sentence_vectors.h"

namespace labelwright {
namespace {

constexpr std::size_t mostTexts = 20000;
constexpr std::size_t mostNumbers = std::size_t{8} << 20U;  // texts times labels: 64 MiB
constexpr std::size_t pairsForUsual = 2000;
constexpr std::size_t fewTexts = 50;  // below, correlations say little
constexpr std::size_t shownRows = 3;

/// Rows that are looked at: of the reading that most rows have.
std::vector<std::uint32_t> sampledRows(const ScoreTable& scores, std::size_t most) {
    const std::size_t step = std::max<std::size_t>(1, (scores.rows() + most - 1) / most);
    std::vector<std::uint32_t> rows;
    std::array<std::size_t, 256> uses{};
    for (std::size_t row = 0; row < scores.rows(); row += step) ++uses[scores.readingIndex(row)];
    const auto usual = static_cast<std::uint8_t>(std::max_element(uses.begin(), uses.end()) - uses.begin());
    for (std::size_t row = 0; row < scores.rows(); row += step)
        if (scores.readingIndex(row) == usual) rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

/// For each label whether at least half of the rows have all its scores: a label that was just added takes no other's evidence away.
std::vector<bool> scoredLabels(const LabelSet& labels, const ScoreTable& scores, const std::vector<std::uint32_t>& rows) {
    const std::vector<std::size_t> columns = scores.columns(hypothesisHashes(labels));
    const std::vector<std::uint32_t> labelOf = labelOfHypotheses(labels);
    std::vector<PairLogits> logits(columns.size());
    std::vector<std::size_t> missing(labels.labels.size());
    for (const std::uint32_t row : rows) {
        scores.read(row, columns, logits);
        std::uint32_t counted = static_cast<std::uint32_t>(-1);  // a label's sentences stand together
        for (std::size_t i = 0; i < logits.size(); ++i)
            if (!logits[i].scored() && std::exchange(counted, labelOf[i]) != labelOf[i]) ++missing[labelOf[i]];
    }
    std::vector<bool> scored;
    for (const std::size_t count : missing) scored.push_back(!rows.empty() && 2 * count <= rows.size());
    return scored;
}

/// The rows with the greatest values, three at most, greatest first.
class Greatest {
public:
    void see(float value, std::uint32_t row) {
        m_kept.emplace_back(value, row);
        std::sort(m_kept.begin(), m_kept.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        if (m_kept.size() > shownRows) m_kept.pop_back();
    }
    std::vector<std::uint32_t> rows() const {
        std::vector<std::uint32_t> rows;
        for (const auto& [value, row] : m_kept) rows.push_back(row);
        return rows;
    }

private:
    std::vector<std::pair<float, std::uint32_t>> m_kept;
};

}  // namespace

BehaviourSample::BehaviourSample(const LabelSet& labels, const ScoreTable& scores, const Selection& selection, const std::stop_token& stop)
    : m_place(labels.labels.size(), unscored) {
    if (labels.labels.size() < 2) return;
    const auto rows = sampledRows(scores, std::min(mostTexts, mostNumbers / labels.labels.size()));
    const std::vector<bool> scored = scoredLabels(labels, scores, rows);
    LabelSet known = labels;
    known.labels.clear();
    for (std::size_t label = 0; label < scored.size(); ++label) {
        if (!scored[label]) continue;
        m_place[label] = static_cast<std::uint32_t>(known.labels.size());
        known.labels.push_back(labels.labels[label]);
    }
    m_logits.resize(known.labels.size());
    m_wins.resize(known.labels.size());
    if (known.labels.size() < 2) return;
    readRows(known, scores, selection, rows, stop);
    standardise();
    measureUsualCorrelation();
}

void BehaviourSample::readRows(const LabelSet& labels, const ScoreTable& scores, const Selection& selection,
                               const std::vector<std::uint32_t>& rows, const std::stop_token& stop) {
    LabelReader reader(labels, scores);
    Selection single = selection;
    single.mode = SelectionMode::SingleBest;  // so that the runner-up means the same in both modes
    for (const std::uint32_t row : rows) {
        if (stop.stop_requested()) return m_rows.clear();
        if (!reader.read(scores, row) || !reader.complete()) continue;
        const auto logits = reader.strongestLogits();
        for (std::size_t label = 0; label < logits.size(); ++label) m_logits[label].push_back(logits[label].yes - logits[label].no);
        const auto probabilities = reader.probabilities(scores, single);
        Ranking ranking{0, 1, 0};
        if (probabilities[1] > probabilities[0]) std::swap(ranking.best, ranking.second);
        for (std::uint32_t label = 2; label < probabilities.size(); ++label) {
            if (probabilities[label] > probabilities[ranking.best]) ranking.second = std::exchange(ranking.best, label);
            else if (probabilities[label] > probabilities[ranking.second]) ranking.second = label;
        }
        ranking.margin = probabilities[ranking.best] - probabilities[ranking.second];
        m_probabilities.insert(m_probabilities.end(), probabilities.begin(), probabilities.end());
        m_rankings.push_back(ranking);
        m_rows.push_back(row);
        ++m_wins[ranking.best];
    }
}

void BehaviourSample::standardise() {
    for (auto& values : m_logits) {
        double sum = 0;
        for (const float value : values) sum += value;
        const auto mean = static_cast<float>(values.empty() ? 0.0 : sum / static_cast<double>(values.size()));
        double squares = 0;
        for (float& value : values) {
            value -= mean;
            squares += double{value} * value;
        }
        const auto length = static_cast<float>(std::sqrt(squares));
        for (float& value : values) value = length > 0 ? value / length : 0.0F;
    }
}

void BehaviourSample::measureUsualCorrelation() {
    const std::size_t count = m_logits.size();
    if (m_rows.size() < fewTexts || count < 4) return;
    const std::size_t all = count * (count - 1) / 2;
    const std::size_t step = std::max<std::size_t>(1, all / pairsForUsual);
    std::vector<float> seen;
    std::size_t pair = 0;
    for (std::uint32_t right = 1; right < count; ++right)
        for (std::uint32_t left = 0; left < right; ++left)
            if (pair++ % step == 0) seen.push_back(correlation(left, right));
    double sum = 0;
    double squares = 0;
    for (const float value : seen) {
        sum += value;
        squares += double{value} * value;
    }
    const double mean = sum / static_cast<double>(seen.size());
    m_usualCorrelation = static_cast<float>(mean);
    m_usualDeviation = static_cast<float>(std::sqrt(std::max(1e-4, squares / static_cast<double>(seen.size()) - mean * mean)));
}

float BehaviourSample::correlation(std::uint32_t left, std::uint32_t right) const { return cosine(m_logits[left], m_logits[right]); }

SharedBehaviour BehaviourSample::of(std::uint32_t leftLabel, std::uint32_t rightLabel) const {
    SharedBehaviour result;
    const std::uint32_t left = m_place[leftLabel];
    const std::uint32_t right = m_place[rightLabel];
    if (m_rows.empty() || left == unscored || right == unscored) return result;
    result.texts = m_rows.size();
    result.correlation = correlation(left, right);
    result.leftWins = m_wins[left];
    result.rightWins = m_wins[right];
    Greatest contested;
    Greatest leftOnly;
    Greatest rightOnly;
    for (std::size_t text = 0; text < m_rows.size(); ++text) {
        const Ranking& ranking = m_rankings[text];
        if (ranking.best != left && ranking.best != right) continue;
        const bool together = ranking.second == left || ranking.second == right;
        if (together) {
            if (ranking.margin < result.margin) ++result.closeSeconds;
            contested.see(-ranking.margin, m_rows[text]);
        }
        const float lead = probability(text, left) - probability(text, right);
        if (ranking.best == left) leftOnly.see(lead, m_rows[text]);
        else rightOnly.see(-lead, m_rows[text]);
    }
    result.contested = contested.rows();
    result.leftOnly = leftOnly.rows();
    result.rightOnly = rightOnly.rows();
    return result;
}

float BehaviourSample::evidence(const SharedBehaviour& behaviour) const {
    if (behaviour.texts < fewTexts || m_logits.size() < 4) return 0;
    const float above = std::clamp((behaviour.correlation - m_usualCorrelation) / m_usualDeviation, -2.0F, 3.0F);
    const auto won = static_cast<float>(behaviour.leftWins + behaviour.rightWins);
    const float close = won < 10 ? 0.0F : static_cast<float>(behaviour.closeSeconds) / won;
    return std::clamp(0.3F * (above - 1) + 2 * close, -1.5F, 1.5F);
}

}  // namespace labelwright
