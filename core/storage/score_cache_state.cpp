#include "core/storage/score_cache_state.h"

#include <fstream>

#include "core/base/log.h"
#include "core/storage/score_cache_schema.h"
#include "core/storage/transaction.h"

namespace labelwright {

OpenCache::~OpenCache() {
    // Closing would remove the log by its name, which may be that of a rebuilt file by then.
    if (isDamaged) writer.setLogOnClose(LogOnClose::LeaveAsItIs);
}

void OpenCache::noteUsed(UsedRows rows) {
    if (rows.empty()) return;
    const std::lock_guard lock(usedMutex);
    for (std::size_t i = 0; i < rows.scores.size() && !used.full(); ++i) used.scores.push_back(rows.scores[i]);
    for (std::size_t i = 0; i < rows.embeddings.size() && !used.full(); ++i) used.embeddings.push_back(rows.embeddings[i]);
}

void OpenCache::forgetUsed() {
    const std::lock_guard lock(usedMutex);
    used = {};
}

Result<void> OpenCache::markUsed() {
    UsedRows rows;
    {
        const std::lock_guard lock(usedMutex);
        std::swap(rows, used);
    }
    if (rows.empty()) return {};
    auto transaction = Transaction::begin(writer, TransactionKind::Write);
    if (!transaction) return transaction.error();
    auto score = writer.prepare("UPDATE scores SET used_day=?1 WHERE scope_id=?2 AND text_hash=?3 AND hypothesis_hash=?4");
    if (!score) return score.error();
    auto embedding = writer.prepare("UPDATE embeddings SET used_day=?1 WHERE row=?2");
    if (!embedding) return embedding.error();
    const std::int64_t day = today();
    for (const UsedRows::Score& row : rows.scores) {
        const auto text = row.key.text.bytes();
        const auto hypothesis = row.key.hypothesis.bytes();
        if (auto marked = score->bind(1, day).bind(2, row.scope).bind(3, text).bind(4, hypothesis).run(); !marked) return marked;
    }
    for (const std::int64_t row : rows.embeddings) {
        if (auto marked = embedding->bind(1, day).bind(2, row).run(); !marked) return marked;
    }
    return transaction->commit();
}

void OpenCache::noteDamage(const Error& error) {
    if (error.code != ErrorCode::FileMalformed || isDamaged.exchange(true)) return;
    std::ofstream(rebuildMark(file)) << error.detail << '\n';
}

void OpenCache::lookUpFailed(const Error& error) {
    const std::lock_guard lock(healthMutex);
    noteDamage(error);
    if (failureLogged) return;
    failureLogged = true;
    log::warning("score cache: " + error.detail + "; what it cannot answer is computed");
}

Result<void> OpenCache::writeFailed(const Error& error) {
    const std::lock_guard lock(healthMutex);
    noteDamage(error);
    if (!isDamaged) return error;
    if (damageReturned) return {};
    damageReturned = true;
    return Error{ErrorCode::StorageFailed,
                 file.string() + ": the score cache is damaged; results of this run are not cached, and it is rebuilt at the next start",
                 {file.string(), "the score cache is damaged"}};
}

Result<std::optional<std::int64_t>> findScope(Database& database, const std::string& scope) {
    auto statement = database.prepare("SELECT id FROM scopes WHERE name=?1");
    if (!statement) return statement.error();
    const auto row = statement->bind(1, std::string_view(scope)).step();
    if (!row) return row.error();
    if (!*row) return std::optional<std::int64_t>();
    return std::optional(statement->integer(0));
}

Result<std::int64_t> scopeForWriting(Database& database, const std::string& scope) {
    const auto known = findScope(database, scope);
    if (!known) return known.error();
    if (*known) return **known;
    auto statement = database.prepare("INSERT INTO scopes(name) VALUES(?1) RETURNING id");
    if (!statement) return statement.error();
    const auto row = statement->bind(1, std::string_view(scope)).step();
    if (!row) return row.error();
    return statement->integer(0);
}

Result<void> noteOldestScoreDay(Database& database, std::int64_t day) {
    auto statement = database.prepare(
        "INSERT INTO marks(name, value) VALUES('oldest score day', ?1) ON CONFLICT(name) DO UPDATE SET value=excluded.value WHERE "
        "value>excluded.value");
    if (!statement) return statement.error();
    return statement->bind(1, day).run();
}

}  // namespace labelwright
