#include "core/tokenizer/text_normalizer.h"

#include <algorithm>
#include <cstddef>

#include "core/tokenizer/character_rules.h"

namespace labelwright {
namespace {

void appendMapped(const character::Mapped& mapped, std::u32string& text) {
    for (std::size_t index = 0; index < mapped.count; ++index) text += mapped.characters[index];
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

}  // namespace

std::u32string TextNormalizer::normalized(std::u32string_view text) const {
    std::u32string prepared;
    prepared.reserve(text.size());
    for (const char32_t c : text) prepare(c, prepared);
    if (!m_rules.stripsAccents() && !m_rules.lowerCase) return prepared;
    if (m_rules.stripsAccents()) orderCanonically(prepared);

    std::u32string result;
    result.reserve(prepared.size());
    for (const char32_t c : prepared) {
        if (m_rules.stripsAccents() && character::isNonspacingMark(c)) continue;
        if (m_rules.lowerCase) appendMapped(character::lowerCased(c), result);
        else result += c;
    }
    return result;
}

void TextNormalizer::prepare(char32_t c, std::u32string& text) const {
    if (m_rules.cleanText) {
        if (character::isRemovedByCleaning(c)) return;
        if (character::isWhiteSpace(c)) c = U' ';
    }
    const bool separate = m_rules.separateChinese && character::isChinese(c);
    if (separate) text += U' ';
    if (m_rules.stripsAccents()) appendMapped(character::decomposed(c), text);
    else text += c;
    if (separate) text += U' ';
}

bool TextNormalizer::needsNeighbours(char32_t c) const noexcept {
    if (!m_rules.stripsAccents()) return false;
    const character::Mapped parts = character::decomposed(c);
    return std::any_of(parts.characters.begin(), parts.characters.begin() + static_cast<std::ptrdiff_t>(parts.count),
                       [](char32_t part) { return character::combiningClass(part) != 0 && !character::isNonspacingMark(part); });
}

}  // namespace labelwright
