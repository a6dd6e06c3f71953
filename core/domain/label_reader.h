#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"

namespace labelwright {

/// Reads what stored logits say about the labels of one set, row by row. Holds no scores, only where those of each label stand and room for
/// one row: cheap to make; one thread each. A sentence (A in number) is a label's own or that of a label merged into it (K labels).
class LabelReader {
public:
    LabelReader() = default;
    LabelReader(const LabelSet& labels, const ScoreTable& scores);

    std::size_t labelCount() const noexcept { return m_probabilities.size(); }
    std::size_t sentenceCount() const noexcept { return m_columns.size(); }

    /// Reads one row; what is asked for below is about it until the next call. `scores` is the table it was made for, or a later state of
    /// it without columns that were missing then. False: no sentence has a score there.
    bool read(const ScoreTable& scores, std::size_t row);
    /// The same from logits that were read already: `places` [A] says where each sentence's stand among them.
    bool take(std::size_t row, std::span<const PairLogits> logits, std::span<const std::size_t> places);
    /// Of each sentence in the table.
    std::span<const std::size_t> columns() const noexcept { return m_columns; }
    /// Every sentence has a score.
    bool complete() const noexcept { return m_scored == m_columns.size() && !m_columns.empty(); }
    std::span<const PairLogits> logits() const noexcept { return m_logits; }  ///< [A]
    /// [K]: for each label the sentence that speaks most for it.
    std::span<const PairLogits> strongestLogits();
    /// [K]; NaN without a score.
    std::span<const float> probabilities(const ScoreTable& scores, const Selection& selection);
    Decision decide(const ScoreTable& scores, const Selection& selection);
    /// The labels of decide(), without what it costs to know how probable they are where one label leads clearly.
    std::vector<std::uint32_t> labelsGiven(const ScoreTable& scores, const Selection& selection);

private:
    bool countScored();
    std::optional<std::uint32_t> clearBest(float temperature) const;

    std::vector<std::size_t> m_columns;
    std::vector<std::uint32_t> m_labelOf;
    std::vector<std::size_t> m_sentencesOf;  // [K]
    std::vector<PairLogits> m_logits;
    std::vector<PairLogits> m_strongest;
    std::vector<float> m_probabilities;
    std::size_t m_row = 0;
    std::size_t m_scored = 0;
};

}  // namespace labelwright
