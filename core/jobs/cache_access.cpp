#include "core/jobs/cache_access.h"

#include <utility>

#include "core/base/log.h"

namespace labelwright {
namespace {

/// Batches that may wait for the disk: enough to smooth it out, few enough to bound memory.
constexpr std::size_t waitingWrites = 32;

void logFailure(const Result<void>& result) {
    if (!result) log::warning("score cache: " + result.error().detail);
}

}  // namespace

std::vector<bool> CacheAccess::find(std::span<const Hash128> hashes, std::uint32_t size, std::span<float> embeddings) {
    std::vector<bool> known;
    for (const auto& entry : findEmbeddings(hashes, size, embeddings)) known.push_back(entry.found);
    return known;
}

void CacheAccess::put(std::span<const Hash128> hashes, std::uint32_t size, std::span<const float> embeddings) {
    putEmbeddings({hashes.begin(), hashes.end()}, size, {embeddings.begin(), embeddings.end()}, std::vector<bool>(hashes.size(), false));
}

std::vector<ScoreCache::FoundEmbedding> CacheAccess::findEmbeddings(std::span<const Hash128> texts, std::uint32_t size,
                                                                    std::span<float> embeddings) const {
    std::vector<ScoreCache::FoundEmbedding> nothing(texts.size());
    if (!m_cache || texts.empty()) return nothing;
    auto found = m_cache->findEmbeddings(m_scope, texts, size, embeddings);
    if (found) return *std::move(found);
    log::warning("score cache: " + found.error().detail);
    return nothing;
}

void CacheAccess::putEmbeddings(std::vector<Hash128> texts, std::uint32_t size, std::vector<float> embeddings,
                                std::vector<bool> truncated) {
    if (!m_cache || texts.empty()) return;
    m_writer.waitForRoom(waitingWrites);
    m_writer.post([cache = m_cache, scope = m_scope, texts = std::move(texts), size, embeddings = std::move(embeddings),
                   truncated = std::move(truncated)] { logFailure(cache->putEmbeddings(scope, texts, size, embeddings, truncated)); });
}

std::vector<std::optional<CachedScore>> CacheAccess::findScores(std::span<const Hash128> texts, std::span<const Hash128> hypotheses) const {
    std::vector<std::optional<CachedScore>> nothing(texts.size() * hypotheses.size());
    if (!m_cache || nothing.empty()) return nothing;
    std::vector<ScoreKey> keys;
    keys.reserve(nothing.size());
    for (const Hash128& text : texts) {
        for (const Hash128& hypothesis : hypotheses) keys.push_back({text, hypothesis});
    }
    auto found = m_cache->findScores(m_scope, keys);
    if (found) return *std::move(found);
    log::warning("score cache: " + found.error().detail);
    return nothing;
}

void CacheAccess::putScores(std::vector<ScoreKey> keys, std::vector<CachedScore> scores) {
    if (!m_cache || keys.empty()) return;
    m_writer.waitForRoom(waitingWrites);
    m_writer.post([cache = m_cache, scope = m_scope, keys = std::move(keys), scores = std::move(scores)] {
        logFailure(cache->putScores(scope, keys, scores));
    });
}

}  // namespace labelwright
