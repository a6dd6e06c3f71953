#include "core/storage/cache_row.h"

#include <bit>
#include <cmath>
#include <cstring>

#include "core/base/clock.h"

namespace labelwright {
namespace {

static_assert(std::endian::native == std::endian::little, "rows are stored little-endian, as they lie in memory");

constexpr std::int64_t secondsPerDay = 86400;
constexpr std::size_t shortest = 1 + 2 * sizeof(float) + sizeof(std::uint32_t);
constexpr std::byte truncatedFlag{1};
constexpr std::byte knownFlags = truncatedFlag;

std::uint32_t scoreChecksum(const ScoreKey& key, std::span<const std::byte> payload) {
    std::array<char, 32 + ScoreRow::largest> covered{};
    std::memcpy(covered.data(), key.text.bytes().data(), 16);
    std::memcpy(covered.data() + 16, key.hypothesis.bytes().data(), 16);
    std::memcpy(covered.data() + 32, payload.data(), payload.size());
    return static_cast<std::uint32_t>(hash128(std::string_view(covered.data(), 32 + payload.size())).low);
}

template <typename Value>
Value valueAt(std::span<const std::byte> bytes, std::size_t offset) {
    Value value;
    std::memcpy(&value, bytes.data() + offset, sizeof(value));
    return value;
}

}  // namespace

std::int64_t today() { return unixSeconds() / secondsPerDay; }

ScoreRow::ScoreRow(const ScoreKey& key, const CachedScore& score) {
    const auto append = [this](const auto& value) {
        std::memcpy(m_bytes.data() + m_size, &value, sizeof(value));
        m_size += sizeof(value);
    };
    append(score.truncated ? truncatedFlag : std::byte{0});
    append(score.logits.yes);
    append(score.logits.no);
    if (!std::isnan(score.logits.neutral)) append(score.logits.neutral);
    append(scoreChecksum(key, bytes()));
}

std::optional<CachedScore> ScoreRow::read(const ScoreKey& key, std::span<const std::byte> bytes) {
    if (bytes.size() != shortest && bytes.size() != largest) return std::nullopt;
    const auto payload = bytes.first(bytes.size() - sizeof(std::uint32_t));
    if (valueAt<std::uint32_t>(bytes, payload.size()) != scoreChecksum(key, payload)) return std::nullopt;
    if ((bytes[0] & ~knownFlags) != std::byte{0}) return std::nullopt;
    CachedScore score;
    score.truncated = (bytes[0] & truncatedFlag) != std::byte{0};
    score.logits.yes = valueAt<float>(bytes, 1);
    score.logits.no = valueAt<float>(bytes, 1 + sizeof(float));
    if (bytes.size() == largest) score.logits.neutral = valueAt<float>(bytes, 1 + 2 * sizeof(float));
    return score;
}

EmbeddingKey::EmbeddingKey(Hash128 scopeHash, Hash128 text) {
    std::array<char, 32> both{};
    std::memcpy(both.data(), scopeHash.bytes().data(), 16);
    std::memcpy(both.data() + 16, text.bytes().data(), 16);
    full = hash128(std::string_view(both.data(), both.size()));
}

std::int64_t EmbeddingKey::checksum(std::span<const std::byte> values, bool truncated) const noexcept {
    const Hash128 hash = hash128(std::string_view(reinterpret_cast<const char*>(values.data()), values.size()));
    return static_cast<std::int64_t>(hash.low ^ full.low ^ (truncated ? 1U : 0U));
}

}  // namespace labelwright
