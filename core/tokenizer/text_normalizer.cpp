#include "core/tokenizer/text_normalizer.h"

#include <algorithm>
#include <cstddef>

#include "core/tokenizer/character_rules.h"

namespace labelwright {
namespace {

std::u32string cleaned(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        if (!character::isRemovedByCleaning(c)) result += character::isWhiteSpace(c) ? U' ' : c;
    }
    return result;
}

std::u32string chineseSeparated(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size() * 2);
    for (const char32_t c : text) {
        if (character::isChinese(c)) result.append({U' ', c, U' '});
        else result += c;
    }
    return result;
}

/// Sorts every run of non-starters by combining class, keeping the order of equals.
void orderCanonically(std::u32string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
        if (character::combiningClass(text[begin]) == 0) {
            ++begin;
            continue;
        }
        std::size_t end = begin + 1;
        while (end < text.size() && character::combiningClass(text[end]) != 0) ++end;
        std::stable_sort(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                         [](char32_t a, char32_t b) { return character::combiningClass(a) < character::combiningClass(b); });
        begin = end;
    }
}

std::u32string accentsStripped(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const character::Mapped parts = character::decomposed(c);
        result.append(parts.characters.data(), parts.count);
    }
    orderCanonically(result);
    std::erase_if(result, character::isNonspacingMark);
    return result;
}

std::u32string lowerCased(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const character::Mapped lower = character::lowerCased(c);
        result.append(lower.characters.data(), lower.count);
    }
    return result;
}

}  // namespace

std::u32string TextNormalizer::normalized(std::u32string_view text) const {
    std::u32string result(text);
    if (m_rules.cleanText) result = cleaned(result);
    if (m_rules.separateChinese) result = chineseSeparated(result);
    if (m_rules.stripsAccents()) result = accentsStripped(result);
    if (m_rules.lowerCase) result = lowerCased(result);
    return result;
}

bool TextNormalizer::needsNeighbours(char32_t c) const noexcept {
    if (!m_rules.stripsAccents()) return false;
    const character::Mapped parts = character::decomposed(c);
    return std::any_of(parts.characters.begin(), parts.characters.begin() + static_cast<std::ptrdiff_t>(parts.count),
                       [](char32_t part) { return character::combiningClass(part) != 0 && !character::isNonspacingMark(part); });
}

}  // namespace labelwright
