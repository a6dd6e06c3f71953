#include "tests/core/storage/cache_samples.h"

#include <cmath>

namespace labelwright::testing {
namespace {

template <typename Make>
auto collect(std::uint64_t first, std::uint64_t count, Make make) {
    std::vector<decltype(make(first))> out;
    for (std::uint64_t i = 0; i < count; ++i) out.push_back(make(first + i));
    return out;
}

}  // namespace

ScoreKey keyOf(std::uint64_t number) { return {textOf(number), hash128("hypothesis " + std::to_string(number % 7))}; }
std::vector<ScoreKey> keysOf(std::uint64_t first, std::uint64_t count) { return collect(first, count, keyOf); }

CachedScore scoreOf(std::uint64_t number) {
    CachedScore score;
    score.logits.yes = static_cast<float>(number) * 0.25F - 3;
    score.logits.no = 1 / (1 + static_cast<float>(number));
    if (number % 2 == 0) score.logits.neutral = -static_cast<float>(number);
    score.truncated = number % 3 == 0;
    return score;
}
std::vector<CachedScore> scoresOf(std::uint64_t first, std::uint64_t count) { return collect(first, count, scoreOf); }

Hash128 textOf(std::uint64_t number) { return hash128("text " + std::to_string(number)); }
std::vector<Hash128> textsOf(std::uint64_t first, std::uint64_t count) { return collect(first, count, textOf); }

std::vector<float> embeddingOf(std::uint64_t number, std::uint32_t size) {
    std::vector<float> values(size);
    for (std::uint32_t i = 0; i < size; ++i) values[i] = std::sin(static_cast<float>(number * 31 + i));
    return values;
}

std::vector<float> embeddingsOf(std::uint64_t first, std::uint64_t count, std::uint32_t size) {
    std::vector<float> all;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto one = embeddingOf(first + i, size);
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

bool sameScore(const CachedScore& a, const CachedScore& b) {
    const bool sameNeutral = a.logits.neutral == b.logits.neutral || (std::isnan(a.logits.neutral) && std::isnan(b.logits.neutral));
    return a.logits.yes == b.logits.yes && a.logits.no == b.logits.no && sameNeutral && a.truncated == b.truncated;
}

}  // namespace labelwright::testing
