#include <cstring>

#include "core/storage/score_cache_state.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

using FoundScores = std::vector<std::optional<CachedScore>>;

/// Rows whose check sum is wrong are answered as unknown; the put that follows replaces them.
Result<void> readScores(OpenCache& state, const std::string& scope, std::span<const ScoreKey> keys, FoundScores& found, UsedRows& used) {
    auto transaction = Transaction::begin(state.reader, TransactionKind::Read);
    if (!transaction) return transaction.error();
    const auto scopeId = findScope(state.reader, scope);
    if (!scopeId) return scopeId.error();
    if (!*scopeId) return {};
    auto statement = state.reader.prepare("SELECT used_day, value FROM scores WHERE scope_id=?1 AND text_hash=?2 AND hypothesis_hash=?3");
    if (!statement) return statement.error();
    const std::int64_t markedBefore = today() - state.daysUntilMarkedAgain();
    for (const std::uint32_t i : sortedOrder(keys.size(), [keys](auto a, auto b) { return lessKey(keys[a], keys[b]); })) {
        const auto text = keys[i].text.bytes();
        const auto hypothesis = keys[i].hypothesis.bytes();
        const auto row = statement->bind(1, **scopeId).bind(2, text).bind(3, hypothesis).step();
        if (!row) return row.error();
        if (!*row) continue;
        found[i] = ScoreRow::read(keys[i], statement->blob(1));
        if (found[i] && statement->integer(0) < markedBefore && !used.full()) used.scores.push_back({**scopeId, keys[i]});
        statement->reset();
    }
    return {};
}

Result<void> readEmbeddings(OpenCache& state, const std::string& scope, std::span<const Hash128> texts, std::uint32_t size,
                            std::span<float> embeddings, std::vector<ScoreCache::FoundEmbedding>& found, UsedRows& used) {
    auto transaction = Transaction::begin(state.reader, TransactionKind::Read);
    if (!transaction) return transaction.error();
    auto statement = state.reader.prepare("SELECT full_hash, used_day, truncated, checksum, value FROM embeddings WHERE row=?1");
    if (!statement) return statement.error();
    const Hash128 scopeHash = hash128(scope);
    std::vector<EmbeddingKey> keys;
    keys.reserve(texts.size());
    for (const Hash128& text : texts) keys.emplace_back(scopeHash, text);
    const std::int64_t markedBefore = today() - state.daysUntilMarkedAgain();
    for (const std::uint32_t i : sortedOrder(keys.size(), [&keys](auto a, auto b) { return keys[a].row() < keys[b].row(); })) {
        const auto row = statement->bind(1, keys[i].row()).step();
        if (!row) return row.error();
        if (!*row) continue;
        const auto full = keys[i].full.bytes();
        const auto value = statement->blob(4);
        const bool truncated = statement->integer(2) != 0;
        const bool same = std::ranges::equal(statement->blob(0), full) && value.size() == size * sizeof(float) &&
                          statement->integer(3) == keys[i].checksum(value, truncated);
        if (same) {
            std::memcpy(embeddings.data() + std::size_t{i} * size, value.data(), value.size());
            found[i] = {true, truncated};
            if (statement->integer(1) < markedBefore && !used.full()) used.embeddings.push_back(keys[i].row());
        }
        statement->reset();
    }
    return {};
}

}  // namespace

Result<std::vector<std::optional<CachedScore>>> ScoreCache::findScores(const std::string& scope, std::span<const ScoreKey> keys) const {
    FoundScores found(keys.size());
    if (m_state->damaged()) return found;
    UsedRows used;
    if (auto read = readScores(*m_state, scope, keys, found, used); !read) m_state->lookUpFailed(read.error());
    m_state->noteUsed(std::move(used));
    return found;
}

Result<std::vector<ScoreCache::FoundEmbedding>> ScoreCache::findEmbeddings(const std::string& scope, std::span<const Hash128> texts,
                                                                           std::uint32_t size, std::span<float> embeddings) const {
    if (embeddings.size() != texts.size() * size) {
        return Error{ErrorCode::Internal, "findEmbeddings: the buffer must hold texts x size values", {"embeddings [texts, size]"}};
    }
    std::vector<FoundEmbedding> found(texts.size());
    if (m_state->damaged()) return found;
    UsedRows used;
    if (auto read = readEmbeddings(*m_state, scope, texts, size, embeddings, found, used); !read) m_state->lookUpFailed(read.error());
    m_state->noteUsed(std::move(used));
    return found;
}

}  // namespace labelwright
