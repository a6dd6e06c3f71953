#include "core/storage/score_cache_state.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

/// Large enough that sorting pays (4x the speed of 10,000), small enough that others get their turn.
constexpr std::size_t rowsPerTransaction = 100'000;

Result<void> writeScores(Database& database, const std::string& scope, std::span<const std::uint32_t> order, std::span<const ScoreKey> keys,
                         std::span<const CachedScore> scores) {
    auto transaction = Transaction::begin(database, TransactionKind::Write);
    if (!transaction) return transaction.error();
    const auto scopeId = scopeForWriting(database, scope);
    if (!scopeId) return scopeId.error();
    const std::int64_t day = today();
    if (auto noted = noteOldestScoreDay(database, day); !noted) return noted;
    auto statement =
        database.prepare("INSERT OR REPLACE INTO scores(scope_id, text_hash, hypothesis_hash, used_day, value) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!statement) return statement.error();
    for (const std::uint32_t i : order) {
        const auto text = keys[i].text.bytes();
        const auto hypothesis = keys[i].hypothesis.bytes();
        const ScoreRow row(keys[i], scores[i]);
        if (auto done = statement->bind(1, *scopeId).bind(2, text).bind(3, hypothesis).bind(4, day).bind(5, row.bytes()).run(); !done)
            return done;
    }
    return transaction->commit();
}

Result<void> writeEmbeddings(Database& database, const std::string& scope, std::span<const std::uint32_t> order,
                             std::span<const EmbeddingKey> keys, std::uint32_t size, std::span<const float> embeddings,
                             const std::vector<bool>& truncated) {
    auto transaction = Transaction::begin(database, TransactionKind::Write);
    if (!transaction) return transaction.error();
    const auto scopeId = scopeForWriting(database, scope);
    if (!scopeId) return scopeId.error();
    const std::int64_t day = today();
    auto statement = database.prepare(
        "INSERT OR REPLACE INTO embeddings(row, full_hash, scope_id, used_day, truncated, checksum, value) VALUES(?1, ?2, ?3, ?4, ?5, ?6, "
        "?7)");
    if (!statement) return statement.error();
    for (const std::uint32_t i : order) {
        const auto full = keys[i].full.bytes();
        const auto value = std::as_bytes(embeddings.subspan(std::size_t{i} * size, size));
        const std::int64_t cut = truncated[i] ? 1 : 0;
        statement->bind(1, keys[i].row()).bind(2, full).bind(3, *scopeId).bind(4, day).bind(5, cut);
        if (auto done = statement->bind(6, keys[i].checksum(value, truncated[i])).bind(7, value).run(); !done) return done;
    }
    return transaction->commit();
}

}  // namespace

Result<void> ScoreCache::putScores(const std::string& scope, std::span<const ScoreKey> keys, std::span<const CachedScore> scores) {
    if (keys.size() != scores.size()) return Error{ErrorCode::Internal, "putScores: one score for each key", {"scores [keys]"}};
    if (m_state->damaged()) return m_state->writeFailed({});
    if (auto marked = m_state->markUsed(); !marked) return m_state->writeFailed(marked.error());
    const auto order = sortedOrder(keys.size(), [keys](auto a, auto b) { return lessKey(keys[a], keys[b]); });
    for (std::size_t begin = 0; begin < order.size(); begin += rowsPerTransaction) {
        const auto slice = std::span(order).subspan(begin, std::min(rowsPerTransaction, order.size() - begin));
        if (auto written = writeScores(m_state->writer, scope, slice, keys, scores); !written) return m_state->writeFailed(written.error());
    }
    return {};
}

Result<void> ScoreCache::putEmbeddings(const std::string& scope, std::span<const Hash128> texts, std::uint32_t size,
                                       std::span<const float> embeddings, const std::vector<bool>& truncated) {
    if (embeddings.size() != texts.size() * size || truncated.size() != texts.size()) {
        return Error{ErrorCode::Internal, "putEmbeddings: texts x size values and one flag for each text", {"embeddings [texts, size]"}};
    }
    if (m_state->damaged()) return m_state->writeFailed({});
    if (auto marked = m_state->markUsed(); !marked) return m_state->writeFailed(marked.error());
    const Hash128 scopeHash = hash128(scope);
    std::vector<EmbeddingKey> keys;
    keys.reserve(texts.size());
    for (const Hash128& text : texts) keys.emplace_back(scopeHash, text);
    const auto order = sortedOrder(keys.size(), [&keys](auto a, auto b) { return keys[a].row() < keys[b].row(); });
    for (std::size_t begin = 0; begin < order.size(); begin += rowsPerTransaction) {
        const auto slice = std::span(order).subspan(begin, std::min(rowsPerTransaction, order.size() - begin));
        if (auto written = writeEmbeddings(m_state->writer, scope, slice, keys, size, embeddings, truncated); !written) {
            return m_state->writeFailed(written.error());
        }
    }
    return {};
}

}  // namespace labelwright
