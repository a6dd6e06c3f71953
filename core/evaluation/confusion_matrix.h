#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/evaluation/label_columns.h"

namespace labelwright {

struct ConfusionCell {
    std::uint32_t gold = 0;       ///< noLabel: none of the labels
    std::uint32_t predicted = 0;  ///< noLabel: abstained
    std::uint64_t rows = 0;

    friend bool operator==(const ConfusionCell&, const ConfusionCell&) = default;
};

/// Rows by gold and prediction, "none" being a row and a column of its own, after the labels. Holds only cells with rows, so that thousands
/// of labels cost no more than the rows they stand in.
class ConfusionMatrix {
public:
    ConfusionMatrix() = default;
    /// `cells` by gold, then prediction.
    explicit ConfusionMatrix(std::vector<ConfusionCell> cells) : m_cells(std::move(cells)) {}

    std::uint64_t at(std::uint32_t gold, std::uint32_t predicted) const noexcept;
    std::span<const ConfusionCell> cells() const noexcept { return m_cells; }  ///< by gold, then prediction
    std::uint64_t total() const noexcept;
    std::uint64_t diagonal() const noexcept;  ///< rows where both are equal
    /// At most `most` cells off the diagonal, those with most rows first; equal ones in label order.
    std::vector<ConfusionCell> confusions(std::size_t most) const;

private:
    std::vector<ConfusionCell> m_cells;
};

/// Any thread; 0.1 s for a million rows. Columns [N] as in label_columns.h; InvalidArgument if they do not fit each other.
Result<ConfusionMatrix> confusionMatrix(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                        std::size_t labelCount);

/// The same for any number of labels a row. A row stands on the diagonal for each label that it rightly has; off it for each pair of a gold
/// label that it lacks and a label that it has wrongly, with "none" where it lacks no label or has no wrong one. Of lists of at most one
/// label it is the matrix of the columns.
Result<ConfusionMatrix> confusionMatrix(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount);

/// The rows that a cell counts, ascending. The columns are of equal length.
std::vector<std::uint32_t> rowsOfCell(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                      std::uint32_t goldLabel, std::uint32_t predictedLabel);
std::vector<std::uint32_t> rowsOfCell(const LabelLists& gold, const LabelLists& predicted, std::uint32_t goldLabel,
                                      std::uint32_t predictedLabel);

}  // namespace labelwright
