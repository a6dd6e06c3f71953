#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/domain/selection.h"

namespace labelwright {

/// One label a row, of predictions or of gold: [N] indices into a label set of K labels, or one of the two words below.
using LabelColumn = std::vector<std::uint32_t>;
/// An answer: none of the labels. As a prediction the model abstained; as gold no label fits. Equal to itself, and to no label.
inline constexpr std::uint32_t noLabel = Decision::none;
/// No answer: not scored, or not reviewed. The row is not evaluated.
inline constexpr std::uint32_t missingAnswer = noLabel - 1;

/// Any number of labels a row, in one block of memory: 4 bytes a label and 8 a row. A value.
class LabelLists {
public:
    /// Appends a row with these labels, in any order; an empty list is the answer "none". Doubled labels count once.
    void add(std::span<const std::uint32_t> labels);
    /// Appends a row that has no answer.
    void addMissing();

    std::size_t size() const noexcept { return m_ends.size(); }
    bool missing(std::size_t row) const noexcept { return m_missing[row]; }
    /// Ascending; empty: none, or missing.
    std::span<const std::uint32_t> operator[](std::size_t row) const noexcept;
    std::size_t labelCount() const noexcept { return m_labels.size(); }  ///< over all rows

    friend bool operator==(const LabelLists&, const LabelLists&) = default;

private:
    std::vector<std::uint32_t> m_labels;
    std::vector<std::size_t> m_ends;
    std::vector<bool> m_missing;
};

/// The same answers as lists of at most one label.
LabelLists labelLists(std::span<const std::uint32_t> column);
/// The same answers as a column, for lists of at most one label; of more, the least counts.
LabelColumn labelColumn(const LabelLists& lists);
/// How many labels two ascending lists share.
std::size_t commonLabels(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) noexcept;

/// Equal numbers of rows, and every index below `labelCount`; what is wrong is InvalidArgument with `name` of the column and the row.
Result<void> checkColumn(const char* name, std::span<const std::uint32_t> column, std::size_t rows, std::size_t labelCount);
Result<void> checkLists(const char* name, const LabelLists& lists, std::size_t rows, std::size_t labelCount);

}  // namespace labelwright
