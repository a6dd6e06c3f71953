#include "core/jobs/prepared_chunk.h"

#include <utility>

namespace labelwright {
namespace {

void lookUpEmbeddings(PreparedChunk& chunk, std::span<const Hash128> hashes, const ClassifierTraits& traits, const CacheAccess& cache) {
    chunk.embeddings.resize(chunk.count * traits.embeddingSize);
    const auto found = cache.findEmbeddings(hashes, traits.embeddingSize, chunk.embeddings);
    for (std::uint32_t i = 0; i < chunk.count; ++i) {
        chunk.embedded[i] = found[i].found;
        chunk.truncated[i] = found[i].truncated;
        if (!found[i].found) chunk.missing.push_back(i);
    }
}

void lookUpScores(PreparedChunk& chunk, std::span<const Hash128> hashes, std::span<const Hash128> hypothesisKeys,
                  const CacheAccess& cache) {
    const std::size_t labels = hypothesisKeys.size();
    const auto found = cache.findScores(hashes, hypothesisKeys);
    for (std::uint32_t i = 0; i < chunk.count; ++i) {
        bool complete = true;
        for (std::size_t k = 0; k < labels; ++k) {
            const auto& score = found[i * labels + k];
            if (score) {
                chunk.logits[i * labels + k] = score->logits;
                if (score->truncated) chunk.truncated[i] = true;
            } else {
                complete = false;
            }
        }
        if (!complete) chunk.missing.push_back(i);
    }
}

}  // namespace

Result<PreparedChunk> prepareChunk(const Dataset& dataset, const DistinctTexts& texts, std::size_t first, std::size_t count,
                                   const ClassifierTraits& traits, const ScoringSession& session, const CacheAccess& cache,
                                   std::span<const Hash128> hypothesisKeys) {
    PreparedChunk chunk;
    chunk.first = first;
    chunk.count = count;
    chunk.logits.resize(count * hypothesisKeys.size());
    chunk.truncated.assign(count, false);
    chunk.embedded.assign(count, false);
    std::vector<Hash128> hashes;
    hashes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) hashes.push_back(dataset[texts.rows(first + i).front()].hash);

    if (traits.embeddingSize > 0) lookUpEmbeddings(chunk, hashes, traits, cache);
    else lookUpScores(chunk, hashes, hypothesisKeys, cache);

    std::vector<TextRecord> unknown;
    unknown.reserve(chunk.missing.size());
    for (const std::uint32_t i : chunk.missing) unknown.push_back(dataset[texts.rows(first + i).front()]);
    auto encoded = session.encode(unknown);
    if (!encoded) return encoded.error();
    chunk.encoded = *std::move(encoded);
    return chunk;
}

}  // namespace labelwright
