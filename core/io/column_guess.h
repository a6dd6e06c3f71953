#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace labelwright {

/// Rows of cells, as strings.
using CellRows = std::vector<std::vector<std::string>>;

/// Whether a file may call a column so: text, id, label, 文本, 编号, 标签 and their kin.
bool isKnownColumnName(std::string_view cell);

/// Whether the first row names the columns.
bool looksLikeHeader(const CellRows& rows);

/// The first row as names: trimmed, an empty one becomes its number, a doubled one gets "(2)". Without a header: "1", "2", ….
std::vector<std::string> namesFromHeader(const std::vector<std::string>& header);
std::vector<std::string> numberedNames(std::size_t columns);

/// The column that holds the text: by its name, else the one with the longest cells. `mayBeText`: one flag a column.
std::size_t guessTextColumn(const std::vector<std::string>& names, const CellRows& rows, const std::vector<bool>& mayBeText);

/// The column that holds ids: by its name, if no cell is empty and none comes twice.
std::optional<std::size_t> guessIdColumn(const std::vector<std::string>& names, const CellRows& rows, std::size_t textColumn);

}  // namespace labelwright
