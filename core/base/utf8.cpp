#include "core/base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace labelwright {
namespace {

/// Decodes the code point at `offset` and moves it behind; negative for an ill-formed sequence.
UChar32 next(std::string_view text, std::size_t& offset) noexcept {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto position = static_cast<std::int64_t>(offset);
    const auto length = static_cast<std::int64_t>(text.size());
    UChar32 codePoint = 0;
    U8_NEXT(bytes, position, length, codePoint);
    offset = static_cast<std::size_t>(position);
    return codePoint;
}

bool isCjk(UChar32 c) noexcept {
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f) || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007 || c == 0x3005;
}

}  // namespace

bool isValidUtf8(std::string_view bytes) noexcept {
    for (std::size_t offset = 0; offset < bytes.size();) {
        if (static_cast<unsigned char>(bytes[offset]) < 0x80) ++offset;
        else if (next(bytes, offset) < 0) return false;
    }
    return true;
}

std::string toValidUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const std::size_t start = offset;
        if (next(bytes, offset) < 0) text += "\xef\xbf\xbd";
        else text.append(bytes.substr(start, offset - start));
    }
    return text;
}

std::size_t codePointCount(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1U : 0U;
    return count;
}

std::string_view firstCodePoints(std::string_view text, std::size_t count) noexcept {
    std::size_t offset = 0;
    for (; offset < text.size(); ++offset) {
        if ((static_cast<unsigned char>(text[offset]) & 0xc0U) == 0x80U) continue;
        if (count == 0) break;
        --count;
    }
    return text.substr(0, offset);
}

bool containsCjk(std::string_view text) noexcept {
    for (std::size_t offset = 0; offset < text.size();) {
        if (static_cast<unsigned char>(text[offset]) < 0xe3) ++offset;
        else if (isCjk(next(text, offset))) return true;
    }
    return false;
}

std::string_view trimmed(std::string_view text) noexcept {
    std::size_t begin = 0;
    for (std::size_t offset = 0; offset < text.size(); begin = offset) {
        const UChar32 c = next(text, offset);
        if (c < 0 || !u_isUWhiteSpace(c)) break;
    }
    std::size_t end = begin;
    for (std::size_t offset = begin; offset < text.size();) {
        const UChar32 c = next(text, offset);
        if (c < 0 || !u_isUWhiteSpace(c)) end = offset;
    }
    return text.substr(begin, end - begin);
}

}  // namespace labelwright
