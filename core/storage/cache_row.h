#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "core/base/hash.h"
#include "core/storage/score_cache.h"

namespace labelwright {

/// Days since 1970 (UTC): the grain of "last used".
std::int64_t today();

/// How a score lies in the cache: flags (1 byte), yes, no, neutral if the model has it (float32, little-endian), check sum (4 bytes). The
/// check sum covers the key too, so a row that a damaged page shows in a wrong place is not taken for an answer.
class ScoreRow {
public:
    static constexpr std::size_t largest = 1 + 3 * sizeof(float) + sizeof(std::uint32_t);

    ScoreRow(const ScoreKey& key, const CachedScore& score);
    std::span<const std::byte> bytes() const noexcept { return std::span(m_bytes).first(m_size); }

    /// Nothing if the bytes are not a whole row of this key.
    static std::optional<CachedScore> read(const ScoreKey& key, std::span<const std::byte> bytes);

private:
    std::array<std::byte, largest> m_bytes{};
    std::size_t m_size = 0;
};

/// Where the embedding of a text lies: a table ordered by a 64-bit number is the cheapest place for rows of some KiB.
struct EmbeddingKey {
    Hash128 full;  ///< of scope and text; stored and compared, as two texts may share the row number

    EmbeddingKey(Hash128 scopeHash, Hash128 text);
    std::int64_t row() const noexcept { return static_cast<std::int64_t>(full.high); }
    std::int64_t checksum(std::span<const std::byte> values, bool truncated) const noexcept;
};

/// 0 … count - 1, sorted by `before`: neighbouring keys lie on the same pages.
template <typename Before>
std::vector<std::uint32_t> sortedOrder(std::size_t count, Before before) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), before);
    return order;
}

inline bool lessKey(const ScoreKey& a, const ScoreKey& b) noexcept {
    return a.text != b.text ? a.text < b.text : a.hypothesis < b.hypothesis;
}

}  // namespace labelwright
