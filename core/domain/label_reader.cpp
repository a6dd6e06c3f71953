#include "core/domain/label_reader.h"

#include <algorithm>
#include <limits>

namespace labelwright {

LabelReader::LabelReader(const LabelSet& labels, const ScoreTable& scores)
    : m_columns(scores.columns(hypothesisHashes(labels))),
      m_labelOf(labelOfHypotheses(labels)),
      m_logits(m_columns.size()),
      m_strongest(labels.labels.size()),
      m_probabilities(labels.labels.size(), std::numeric_limits<float>::quiet_NaN()) {}

bool LabelReader::read(const ScoreTable& scores, std::size_t row) {
    m_row = row;
    m_scored = 0;
    if (row >= scores.rows()) {
        std::fill(m_logits.begin(), m_logits.end(), PairLogits{});
        return false;
    }
    scores.read(row, m_columns, m_logits);
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

}  // namespace labelwright
