#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/domain/dataset.h"
#include "core/inference/classifier.h"
#include "core/jobs/cache_access.h"
#include "core/jobs/distinct_texts.h"

namespace labelwright {

/// Some distinct texts with what the cache knows of them and the tokens of those it does not know.
struct PreparedChunk {
    std::size_t first = 0;  ///< index of the first distinct text
    std::size_t count = 0;
    std::vector<PairLogits> logits;      ///< [count, K]; NaN: to be computed
    std::vector<bool> truncated;         ///< [count]
    std::vector<float> embeddings;       ///< [count, D] for families with embeddings
    std::vector<bool> embedded;          ///< [count]: the row of `embeddings` was found
    std::vector<std::uint32_t> missing;  ///< texts (0 … count) that need the model
    EncodedChunk encoded;                ///< of `missing`, in its order
};

/// Looks texts [first, first + count) up and tokenises what is missing. Encode-ahead thread.
Result<PreparedChunk> prepareChunk(const Dataset& dataset, const DistinctTexts& texts, std::size_t first, std::size_t count,
                                   const ClassifierTraits& traits, const ScoringSession& session, const CacheAccess& cache,
                                   std::span<const Hash128> hypothesisKeys);

}  // namespace labelwright
