#include "core/tokenizer/character_rules.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace labelwright::character {
namespace {

constexpr std::uint8_t categoryVersion = 8;
constexpr std::uint8_t normalizationVersion = 9;

bool existsIn(std::uint8_t unicodeVersion, char32_t c) noexcept {
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    return age[0] != 0 && age[0] <= unicodeVersion;
}

bool hasCategory(char32_t c, std::uint32_t mask) noexcept { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

struct LowerRange {
    char32_t first;
    char32_t last;
    std::int32_t distance;
};
// Capital letters of Unicode 16 and 17: ICU 72 knows 15.
constexpr std::array<LowerRange, 10> newerCapitals{{{0x1c89, 0x1c89, 1},
                                                    {0xa7cb, 0xa7cb, 0x264 - 0xa7cb},
                                                    {0xa7cc, 0xa7cc, 1},
                                                    {0xa7ce, 0xa7ce, 1},
                                                    {0xa7d2, 0xa7d2, 1},
                                                    {0xa7d4, 0xa7d4, 1},
                                                    {0xa7da, 0xa7da, 1},
                                                    {0xa7dc, 0xa7dc, 0x19b - 0xa7dc},
                                                    {0x10d50, 0x10d65, 0x20},
                                                    {0x16ea0, 0x16eb8, 0x1b}}};

}  // namespace

bool isWhiteSpace(char32_t c) noexcept { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool isRemovedByCleaning(char32_t c) noexcept {
    if (c == '\t' || c == '\n' || c == '\r') return false;
    if (c == 0 || c == replacement) return true;
    return hasCategory(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK) && existsIn(categoryVersion, c);
}

bool isPunctuation(char32_t c) noexcept {
    if (c < 0x80) return (c >= 0x21 && c <= 0x2f) || (c >= 0x3a && c <= 0x40) || (c >= 0x5b && c <= 0x60) || (c >= 0x7b && c <= 0x7e);
    if (c == 0x166d || c == 0x111c9) return true;  // left the category after Unicode 8
    return hasCategory(c, U_GC_P_MASK) && existsIn(categoryVersion, c);
}

bool isChinese(char32_t c) noexcept {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x2a6df) ||
           (c >= 0x2a700 && c <= 0x2b81f) || (c >= 0x2b920 && c <= 0x2ceaf) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x2f800 && c <= 0x2fa1f);
}

bool isNonspacingMark(char32_t c) noexcept {
    if (c == 0x1734) return true;                                                 // left the category after Unicode 8
    if (c == 0x1885 || c == 0x1886 || c == 0xa9bd || c == 0x111c9) return false;  // came to it after Unicode 8
    return hasCategory(c, U_GC_MN_MASK) && existsIn(categoryVersion, c);
}

bool isWordCharacter(char32_t c) noexcept {
    const auto codePoint = static_cast<UChar32>(c);
    return u_hasBinaryProperty(codePoint, UCHAR_ALPHABETIC) != 0 || hasCategory(c, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK) ||
           u_hasBinaryProperty(codePoint, UCHAR_JOIN_CONTROL) != 0;
}

Mapped decomposed(char32_t c) noexcept {
    Mapped result{{c}, 1};
    if (c < 0xc0 || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFD_QUICK_CHECK) == UNORM_YES) return result;
    if (!existsIn(normalizationVersion, c)) return result;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
    if (U_FAILURE(error)) return result;
    std::array<UChar, 16> units{};
    const std::int32_t length =
        unorm2_getDecomposition(nfd, static_cast<UChar32>(c), units.data(), static_cast<std::int32_t>(units.size()), &error);
    if (U_FAILURE(error) || length <= 0) return result;
    result.count = 0;
    for (std::int32_t offset = 0; offset < length && result.count < result.characters.size();) {
        UChar32 part = 0;
        U16_NEXT(units.data(), offset, length, part);
        result.characters[result.count++] = static_cast<char32_t>(part);
    }
    return result;
}

std::uint8_t combiningClass(char32_t c) noexcept {
    if (c < 0x300 || !existsIn(normalizationVersion, c)) return 0;
    return u_getCombiningClass(static_cast<UChar32>(c));
}

Mapped lowerCased(char32_t c) noexcept {
    if (c == 0x130) return {{U'i', 0x307}, 2};  // the only character whose lower case is two
    const auto range =
        std::lower_bound(newerCapitals.begin(), newerCapitals.end(), c, [](const LowerRange& r, char32_t value) { return r.last < value; });
    if (range != newerCapitals.end() && range->first <= c)
        return {{static_cast<char32_t>(static_cast<std::int32_t>(c) + range->distance)}, 1};
    return {{static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))}, 1};
}

}  // namespace labelwright::character
