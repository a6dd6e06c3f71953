#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace labelwright {

/// Whether the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool isValidUtf8(std::string_view bytes) noexcept;

/// Replaces every ill-formed sequence by U+FFFD.
std::string toValidUtf8(std::string_view bytes);

/// Number of code points of valid UTF-8.
std::size_t codePointCount(std::string_view text) noexcept;

/// The first `count` code points of valid UTF-8, never cutting one.
std::string_view firstCodePoints(std::string_view text, std::size_t count) noexcept;

/// Whether the text holds a Chinese, Japanese or Korean character (Han, Hiragana, Katakana, Hangul): what decides which model "automatic"
/// takes.
bool containsCjk(std::string_view text) noexcept;

/// Removes white space (Unicode) at both ends.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace labelwright
