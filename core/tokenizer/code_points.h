#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/tokenizer/character_rules.h"

namespace labelwright {

/// The code point at `offset`, which moves behind it; U+FFFD for every ill-formed sequence. Common lengths are decoded here, the rest by
/// ICU.
inline char32_t nextCodePoint(const unsigned char* bytes, std::size_t size, std::size_t& offset) noexcept {
    const unsigned char lead = bytes[offset];
    if (lead < 0x80) {
        ++offset;
        return lead;
    }
    if ((lead & 0xf0U) == 0xe0U && size - offset >= 3) {
        const unsigned second = bytes[offset + 1] ^ 0x80U;
        const unsigned third = bytes[offset + 2] ^ 0x80U;
        const char32_t c = ((lead & 0xfU) << 12U) | (second << 6U) | third;
        if ((second | third) < 0x40U && c >= 0x800 && (c & 0xf800U) != 0xd800U) {
            offset += 3;
            return c;
        }
    }
    UChar32 c = 0;
    auto position = static_cast<std::int64_t>(offset);
    U8_NEXT(bytes, position, static_cast<std::int64_t>(size), c);
    offset = static_cast<std::size_t>(position);
    return c < 0 ? character::replacement : static_cast<char32_t>(c);
}

inline std::u32string toCodePoints(std::string_view text) {
    std::u32string codePoints;
    codePoints.reserve(text.size());
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    for (std::size_t offset = 0; offset < text.size();) codePoints += nextCodePoint(bytes, text.size(), offset);
    return codePoints;
}

}  // namespace labelwright
