#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace labelwright {

/// XXH3-128 of some bytes: identity of a text, a hypothesis, a label set. Not for adversaries.
struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    friend auto operator<=>(const Hash128&, const Hash128&) = default;

    /// Big-endian bytes, so that byte order is number order (sorted cache keys).
    std::array<std::byte, 16> bytes() const noexcept;
    static Hash128 fromBytes(std::span<const std::byte, 16> bytes) noexcept;
    std::string hex() const;  ///< 32 lower-case digits
};

Hash128 hash128(std::string_view bytes) noexcept;
/// Hash of several fields, each preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
Hash128 hashFields(std::initializer_list<std::string_view> fields);
Hash128 hashFields(std::span<const std::string> fields);

/// SHA-256 of a file or bytes as 64 lower-case hexadecimal digits: downloads and provenance.
Result<std::string> sha256OfFile(const std::filesystem::path& file);
std::string sha256(std::string_view bytes);

}  // namespace labelwright

template <>
struct std::hash<labelwright::Hash128> {
    std::size_t operator()(const labelwright::Hash128& value) const noexcept { return static_cast<std::size_t>(value.low); }
};
