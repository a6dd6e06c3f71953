#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/inference/classifier.h"
#include "core/jobs/task_thread.h"
#include "core/storage/score_cache.h"

namespace labelwright {

/// Reads the score cache on the caller's thread, writes it on the storage writer; a null cache knows nothing and keeps nothing. A cache
/// that fails costs time, never a run: failures are logged and count as misses.
class CacheAccess final : public EmbeddingStore {
public:
    CacheAccess(std::shared_ptr<ScoreCache> cache, TaskThread& writer, std::string scope)
        : m_cache(std::move(cache)), m_writer(writer), m_scope(std::move(scope)) {}

    std::vector<bool> find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) override;
    void put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) override;

    std::vector<ScoreCache::FoundEmbedding> findEmbeddings(std::span<const Hash128> texts, std::uint32_t size,
                                                           std::span<float> embeddings) const;
    void putEmbeddings(std::vector<Hash128> texts, std::uint32_t size, std::vector<float> embeddings, std::vector<bool> truncated);
    /// For [texts, hypotheses], row-major.
    std::vector<std::optional<CachedScore>> findScores(std::span<const Hash128> texts, std::span<const Hash128> hypotheses) const;
    void putScores(std::vector<ScoreKey> keys, std::vector<CachedScore> scores);

private:
    std::shared_ptr<ScoreCache> m_cache;
    TaskThread& m_writer;
    std::string m_scope;
};

}  // namespace labelwright
