#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/storage/score_cache.h"

namespace labelwright::testing {

/// Keys and values that can be told apart and made again from their number.
ScoreKey keyOf(std::uint64_t number);
std::vector<ScoreKey> keysOf(std::uint64_t first, std::uint64_t count);
CachedScore scoreOf(std::uint64_t number);
std::vector<CachedScore> scoresOf(std::uint64_t first, std::uint64_t count);

Hash128 textOf(std::uint64_t number);
std::vector<Hash128> textsOf(std::uint64_t first, std::uint64_t count);
std::vector<float> embeddingOf(std::uint64_t number, std::uint32_t size);
std::vector<float> embeddingsOf(std::uint64_t first, std::uint64_t count, std::uint32_t size);

bool sameScore(const CachedScore& a, const CachedScore& b);

}  // namespace labelwright::testing
