#include "core/domain/label_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright {
namespace {

/// Of a logarithm, far above what rounding does to it.
constexpr float clearLead = 0.01F;

}  // namespace

LabelReader::LabelReader(const LabelSet& labels, const ScoreTable& scores)
    : m_columns(scores.columns(hypothesisHashes(labels))),
      m_labelOf(labelOfHypotheses(labels)),
      m_sentencesOf(labels.labels.size()),
      m_logits(m_columns.size()),
      m_strongest(labels.labels.size()),
      m_probabilities(labels.labels.size(), std::numeric_limits<float>::quiet_NaN()) {
    for (const std::uint32_t label : m_labelOf) ++m_sentencesOf[label];
}

bool LabelReader::read(const ScoreTable& scores, std::size_t row) {
    m_row = row;
    m_scored = 0;
    if (row >= scores.rows()) {
        std::fill(m_logits.begin(), m_logits.end(), PairLogits{});
        return false;
    }
    scores.read(row, m_columns, m_logits);
    return countScored();
}

bool LabelReader::take(std::size_t row, std::span<const PairLogits> logits, std::span<const std::size_t> places) {
    m_row = row;
    for (std::size_t a = 0; a < places.size(); ++a) m_logits[a] = logits[places[a]];
    return countScored();
}

bool LabelReader::countScored() {
    m_scored = static_cast<std::size_t>(std::count_if(m_logits.begin(), m_logits.end(), [](const PairLogits& p) { return p.scored(); }));
    return m_scored > 0;
}

std::span<const PairLogits> LabelReader::strongestLogits() {
    std::fill(m_strongest.begin(), m_strongest.end(), PairLogits{});
    for (std::size_t a = 0; a < m_logits.size(); ++a) {
        PairLogits& strongest = m_strongest[m_labelOf[a]];
        if (m_logits[a].scored() && !(strongest.yes >= m_logits[a].yes)) strongest = m_logits[a];
    }
    return m_strongest;
}

std::span<const float> LabelReader::probabilities(const ScoreTable& scores, const Selection& selection) {
    if (m_scored > 0) labelwright::probabilities(m_logits, m_labelOf, scores.reading(m_row), selection, m_probabilities);
    else std::fill(m_probabilities.begin(), m_probabilities.end(), std::numeric_limits<float>::quiet_NaN());
    return m_probabilities;
}

Decision LabelReader::decide(const ScoreTable& scores, const Selection& selection) {
    return labelwright::decide(probabilities(scores, selection), selection);
}

std::optional<std::uint32_t> LabelReader::clearBest(float temperature) const {
    std::size_t highest = 0;
    for (std::size_t a = 1; a < m_logits.size(); ++a)
        if (m_logits[a].yes > m_logits[highest].yes) highest = a;
    // The softmax of labels is that of their sentences added up: a label of one sentence weighs at most 1 beside the highest, which weighs
    // 1, so that only close ones and labels of several sentences need to be weighed.
    const float close = m_logits[highest].yes - clearLead * temperature;
    std::optional<std::uint32_t> best;
    float heaviest = 0;
    float second = 0;
    for (std::size_t first = 0, end = 0; first < m_logits.size(); first = end) {
        const std::uint32_t label = m_labelOf[first];
        end = first + m_sentencesOf[label];  // the sentences of one label stand together
        if (end - first == 1 && m_logits[first].yes < close) continue;
        float weight = 0;
        for (std::size_t a = first; a < end; ++a) weight += std::exp((m_logits[a].yes - m_logits[highest].yes) / temperature);
        if (weight > heaviest) {
            second = heaviest;
            heaviest = weight;
            best = label;
        } else {
            second = std::max(second, weight);
        }
    }
    // Nearly even ones are left to the arithmetic that says how probable they are.
    if (second > heaviest * (1 - clearLead / 2)) return std::nullopt;
    return best;
}

std::vector<std::uint32_t> LabelReader::labelsGiven(const ScoreTable& scores, const Selection& selection) {
    if (complete() && selection.mode == SelectionMode::SingleBest && selection.abstain <= 0 && labelCount() > 1) {
        const ScoreReading& reading = scores.reading(m_row);
        const float temperature = selection.temperature.value_or(reading.rule == ScoreRule::Cosine ? reading.temperature : 1.0F);
        if (const auto best = temperature > 0 ? clearBest(temperature) : std::nullopt) return {*best};
    }
    return decide(scores, selection).labels;
}

}  // namespace labelwright
