#include "core/evaluation/label_columns.h"

#include <algorithm>
#include <string>

namespace labelwright {
namespace {

Error rowCountError(const char* name, std::size_t found, std::size_t expected) {
    return {ErrorCode::InvalidArgument,
            std::string(name) + " has " + std::to_string(found) + " rows where " + std::to_string(expected) +
                " are compared: give both for the same rows",
            {name, "rows"}};
}

Error labelError(const char* name, std::size_t row, std::uint32_t label, std::size_t labelCount) {
    return {ErrorCode::InvalidArgument,
            std::string(name) + ", row " + std::to_string(row + 1) + ": there is no label number " + std::to_string(label) + " among " +
                std::to_string(labelCount),
            {name, "label"}};
}

}  // namespace

void LabelLists::add(std::span<const std::uint32_t> labels) {
    const auto first = static_cast<std::ptrdiff_t>(m_labels.size());
    m_labels.insert(m_labels.end(), labels.begin(), labels.end());
    std::sort(m_labels.begin() + first, m_labels.end());
    m_labels.erase(std::unique(m_labels.begin() + first, m_labels.end()), m_labels.end());
    m_ends.push_back(m_labels.size());
    m_missing.push_back(false);
}

void LabelLists::addMissing() {
    m_ends.push_back(m_labels.size());
    m_missing.push_back(true);
}

std::span<const std::uint32_t> LabelLists::operator[](std::size_t row) const noexcept {
    const std::size_t first = row == 0 ? 0 : m_ends[row - 1];
    return {m_labels.data() + first, m_ends[row] - first};
}

LabelLists labelLists(std::span<const std::uint32_t> column) {
    LabelLists lists;
    for (const std::uint32_t label : column) {
        if (label == missingAnswer) lists.addMissing();
        else lists.add(label == noLabel ? std::span<const std::uint32_t>() : std::span(&label, 1));
    }
    return lists;
}

LabelColumn labelColumn(const LabelLists& lists) {
    LabelColumn column;
    column.reserve(lists.size());
    for (std::size_t row = 0; row < lists.size(); ++row)
        column.push_back(lists.missing(row) ? missingAnswer : lists[row].empty() ? noLabel : lists[row].front());
    return column;
}

std::size_t commonLabels(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) noexcept {
    std::size_t common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) ++common;
        if (*x < *y) ++x;
        else if (*y < *x) ++y;
        else ++x, ++y;
    }
    return common;
}

Result<void> checkColumn(const char* name, std::span<const std::uint32_t> column, std::size_t rows, std::size_t labelCount) {
    if (column.size() != rows) return rowCountError(name, column.size(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (column[row] >= labelCount && column[row] != noLabel && column[row] != missingAnswer)
            return labelError(name, row, column[row], labelCount);
    }
    return {};
}

Result<void> checkLists(const char* name, const LabelLists& lists, std::size_t rows, std::size_t labelCount) {
    if (lists.size() != rows) return rowCountError(name, lists.size(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!lists[row].empty() && lists[row].back() >= labelCount) return labelError(name, row, lists[row].back(), labelCount);
    }
    return {};
}

}  // namespace labelwright
