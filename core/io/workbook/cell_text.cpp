#include "core/io/workbook/cell_text.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <array>
#include <charconv>

namespace labelwright {
namespace {

constexpr std::size_t escapeBytes = 7;  // _xHHHH_

/// The code unit that an escape at the start of `text` stands for.
std::optional<std::uint32_t> escapeAt(std::string_view text) {
    if (text.size() < escapeBytes || !text.starts_with("_x") || text[escapeBytes - 1] != '_') return std::nullopt;
    std::uint32_t unit = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    if (error != std::errc() || end != text.data() + 6) return std::nullopt;
    return unit;
}

void appendCharacter(std::uint32_t character, std::string& text) {
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, U_IS_SURROGATE(character) ? 0xfffdU : character);
    text.append(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
}

}  // namespace

std::optional<CellPlace> cellPlace(std::string_view reference) {
    CellPlace place;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && place.column <= mostSheetColumns; ++at)
        place.column = place.column * 26 + static_cast<std::uint32_t>(reference[at] - 'A') + 1;
    const char* end = reference.data() + reference.size();
    const auto [behind, error] = std::from_chars(reference.data() + at, end, place.row);
    if (at == 0 || error != std::errc() || behind != end || place.row == 0) return std::nullopt;
    if (place.row > mostSheetRows || place.column > mostSheetColumns) return std::nullopt;
    return CellPlace{place.row - 1, place.column - 1};
}

std::string escapedCell(std::string_view text) {
    std::string cell;
    cell.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto unit = static_cast<unsigned char>(text[at]);
        if (unit == '_' && escapeAt(text.substr(at))) {
            cell += "_x005F_";
        } else if (unit < 0x20 && unit != '\t' && unit != '\n') {
            cell += fmt::format("_x{:04X}_", unit);
        } else if (unit == 0xef && (text.substr(at).starts_with("\xef\xbf\xbe") || text.substr(at).starts_with("\xef\xbf\xbf"))) {
            cell += text[at + 2] == '\xbe' ? "_xFFFE_" : "_xFFFF_";
            at += 2;
        } else {
            cell += text[at];
        }
    }
    return cell;
}

std::string unescapedCell(std::string_view cell) {
    if (cell.find("_x") == std::string_view::npos) return std::string(cell);
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const auto unit = escapeAt(cell.substr(at));
        if (!unit) {
            text += cell[at];
            continue;
        }
        at += escapeBytes - 1;
        std::uint32_t character = *unit;
        const bool lead = character >= 0xd800 && character < 0xdc00;
        if (const auto trail = lead ? escapeAt(cell.substr(at + 1)) : std::nullopt; trail && *trail >= 0xdc00 && *trail < 0xe000) {
            character = 0x10000 + ((character - 0xd800) << 10U) + (*trail - 0xdc00);
            at += escapeBytes;
        }
        appendCharacter(character, text);
    }
    return text;
}

}  // namespace labelwright
