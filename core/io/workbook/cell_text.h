#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace labelwright {

/// A place in a sheet, from 0.
struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

constexpr std::uint32_t mostSheetRows = 1'048'576;
constexpr std::uint32_t mostSheetColumns = 16'384;
constexpr std::size_t mostCellCharacters = 32'767;

/// "B12"; nothing: no reference, or outside of a sheet.
std::optional<CellPlace> cellPlace(std::string_view reference);

/// What XML cannot hold stands in a cell as _xHHHH_, and what looks so as _x005F_xHHHH_ (ECMA-376 part 1, 22.4.2.4): control characters,
/// carriage returns, U+FFFE and U+FFFF.
std::string escapedCell(std::string_view text);
std::string unescapedCell(std::string_view cell);

}  // namespace labelwright
