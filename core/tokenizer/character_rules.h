#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// What the reference implementation thinks of a character. It mixes Unicode versions (categories of 8.0, normalization of 9.0, case
/// mapping of 17.0); these functions give its answers on whatever newer version ICU has, so that ids do not change with a library update.
/// Pure; any thread.
namespace labelwright::character {

inline constexpr char32_t replacement = 0xfffd;

/// One character can become several, never more than these.
struct Mapped {
    std::array<char32_t, 4> characters{};
    std::size_t count = 0;
};

bool isWhiteSpace(char32_t c) noexcept;
/// What cleaning removes: U+0000, U+FFFD, controls, formats and private use, except tab, line feed and carriage return.
bool isRemovedByCleaning(char32_t c) noexcept;
/// ASCII punctuation and symbols, and category P.
bool isPunctuation(char32_t c) noexcept;
/// The ranges that get spaces around them; U+2B820..U+2B91F is left out, as in the reference.
bool isChinese(char32_t c) noexcept;
bool isNonspacingMark(char32_t c) noexcept;
/// Letters, marks, decimal digits, connectors and joiners: what \w matches.
bool isWordCharacter(char32_t c) noexcept;
/// Full canonical decomposition.
Mapped decomposed(char32_t c) noexcept;
std::uint8_t combiningClass(char32_t c) noexcept;
/// Full lower case of one character, without context (a final sigma stays a medial one).
Mapped lowerCased(char32_t c) noexcept;

}  // namespace labelwright::character
