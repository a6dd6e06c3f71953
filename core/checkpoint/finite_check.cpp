#include "core/checkpoint/finite_check.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace labelwright {
namespace {

/// A float is NaN or infinite exactly if all bits of its exponent are set. Adding one at the exponent's lowest bit then carries into the
/// (masked) sign bit, in every lane of a 64-bit word at once.
struct ExponentBits {
    std::uint64_t mask;
    std::uint64_t lowest;
    std::uint64_t sign;
};

std::optional<ExponentBits> exponentOf(TensorType type) noexcept {
    switch (type) {
        case TensorType::Float64: return ExponentBits{0x7ff0000000000000U, 0x0010000000000000U, 0x8000000000000000U};
        case TensorType::Float32: return ExponentBits{0x7f8000007f800000U, 0x0080000000800000U, 0x8000000080000000U};
        case TensorType::Float16: return ExponentBits{0x7c007c007c007c00U, 0x0400040004000400U, 0x8000800080008000U};
        case TensorType::BFloat16: return ExponentBits{0x7f807f807f807f80U, 0x0080008000800080U, 0x8000800080008000U};
        default: return std::nullopt;
    }
}

}  // namespace

bool allFinite(std::span<const std::byte> bytes, TensorType type) noexcept {
    const std::optional<ExponentBits> exponent = exponentOf(type);
    if (!exponent) return true;
    constexpr std::size_t wordBytes = sizeof(std::uint64_t);
    constexpr std::size_t blockBytes = 4096;  // so that a bad value near the front ends the search early
    while (!bytes.empty()) {
        const std::span<const std::byte> block = bytes.first(std::min(blockBytes, bytes.size()));
        std::uint64_t carries = 0;
        std::size_t at = 0;
        for (; at + wordBytes <= block.size(); at += wordBytes) {
            std::uint64_t word = 0;
            std::memcpy(&word, block.data() + at, wordBytes);
            carries |= (word & exponent->mask) + exponent->lowest;
        }
        std::uint64_t rest = 0;
        if (at < block.size()) std::memcpy(&rest, block.data() + at, block.size() - at);
        carries |= (rest & exponent->mask) + exponent->lowest;
        if ((carries & exponent->sign) != 0) return false;
        bytes = bytes.subspan(block.size());
    }
    return true;
}

}  // namespace labelwright
