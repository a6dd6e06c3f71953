#include <set>

#include "core/storage/score_cache_state.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

/// Rows looked at or deleted in one transaction: some tens of milliseconds, then others get their turn.
constexpr std::int64_t scoresPerSlice = 50'000;
constexpr std::int64_t embeddingsPerSlice = 5'000;

Result<std::int64_t> bytesInUse(Database& database) {
    return database.integer(
        "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
}

/// Deletes rows slice by slice and counts them.
class Trimmer {
public:
    explicit Trimmer(Database& database) : m_database(database) {}

    std::uint64_t removed() const noexcept { return m_removed; }

    /// Only below this number of bytes in use will deleting stop early; 0: never.
    void stopBelow(std::uint64_t bytes) noexcept { m_enoughBytes = bytes; }
    Result<bool> enough() const {
        if (m_enoughBytes == 0) return false;
        const auto bytes = bytesInUse(m_database);
        if (!bytes) return bytes.error();
        return static_cast<std::uint64_t>(*bytes) <= m_enoughBytes;
    }

    /// Walks the table in key order, so that a slice is found without reading the rows before it again.
    Result<void> removeScoresUntil(std::int64_t lastDay);
    Result<void> removeEmbeddingsUntil(std::int64_t lastDay);

private:
    struct Cursor {
        std::int64_t scope = -1;
        std::vector<std::byte> text;
        std::vector<std::byte> hypothesis;
    };
    Result<bool> advance(Cursor& cursor);

    Database& m_database;
    std::uint64_t m_removed = 0;
    std::uint64_t m_enoughBytes = 0;
};

/// To the end of the next slice; false if there is no row left.
Result<bool> Trimmer::advance(Cursor& cursor) {
    auto statement = m_database.prepare(
        "SELECT scope_id, text_hash, hypothesis_hash FROM (SELECT * FROM scores WHERE (scope_id, text_hash, hypothesis_hash) > (?1, ?2, "
        "?3) "
        "ORDER BY scope_id, text_hash, hypothesis_hash LIMIT ?4) ORDER BY scope_id DESC, text_hash DESC, hypothesis_hash DESC LIMIT 1");
    if (!statement) return statement.error();
    auto row = statement->bind(1, cursor.scope).bind(2, cursor.text).bind(3, cursor.hypothesis).bind(4, scoresPerSlice).step();
    if (!row || !*row) return row;
    const auto text = statement->blob(1);
    const auto hypothesis = statement->blob(2);
    Cursor next{statement->integer(0), {text.begin(), text.end()}, {hypothesis.begin(), hypothesis.end()}};
    statement->reset();
    cursor = std::move(next);
    return true;
}

Result<void> Trimmer::removeScoresUntil(std::int64_t lastDay) {
    auto statement = m_database.prepare(
        "DELETE FROM scores WHERE used_day <= ?1 AND (scope_id, text_hash, hypothesis_hash) > (?2, ?3, ?4) "
        "AND (scope_id, text_hash, hypothesis_hash) <= (?5, ?6, ?7)");
    if (!statement) return statement.error();
    Cursor from;
    for (;;) {
        const auto done = enough();
        if (!done) return done.error();
        if (*done) return {};
        Cursor to = from;
        const auto more = advance(to);
        if (!more) return more.error();
        if (!*more) return {};
        statement->bind(1, lastDay).bind(2, from.scope).bind(3, from.text).bind(4, from.hypothesis);
        if (auto deleted = statement->bind(5, to.scope).bind(6, to.text).bind(7, to.hypothesis).run(); !deleted) return deleted;
        m_removed += m_database.changedRows();
        from = std::move(to);
    }
}

Result<void> Trimmer::removeEmbeddingsUntil(std::int64_t lastDay) {
    auto statement = m_database.prepare(
        "DELETE FROM embeddings WHERE row IN (SELECT e.row FROM scopes s JOIN embeddings e ON e.scope_id=s.id WHERE e.used_day <= ?1 LIMIT "
        "?2)");
    if (!statement) return statement.error();
    for (;;) {
        const auto done = enough();
        if (!done) return done.error();
        if (*done) return {};
        if (auto deleted = statement->bind(1, lastDay).bind(2, embeddingsPerSlice).run(); !deleted) return deleted;
        if (m_database.changedRows() == 0) return {};
        m_removed += m_database.changedRows();
    }
}

/// Days on which rows were last used, oldest first. Reads a whole table or index.
Result<std::vector<std::int64_t>> daysOf(Database& database, std::string_view sql) {
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    std::vector<std::int64_t> days;
    for (;;) {
        const auto row = statement->step();
        if (!row) return row.error();
        if (!*row) return days;
        days.push_back(statement->integer(0));
    }
}

constexpr std::string_view scoreDays = "SELECT DISTINCT used_day FROM scores ORDER BY 1";
constexpr std::string_view embeddingDays = "SELECT DISTINCT used_day FROM embeddings INDEXED BY embeddings_by_age ORDER BY 1";

Result<void> setOldestScoreDay(Database& database, std::int64_t day) {
    auto statement = database.prepare("INSERT OR REPLACE INTO marks(name, value) VALUES('oldest score day', ?1)");
    if (!statement) return statement.error();
    return statement->bind(1, day).run();
}

Result<void> removeUnused(Database& database, Trimmer& trimmer, std::int64_t lastDay) {
    if (auto removed = trimmer.removeEmbeddingsUntil(lastDay); !removed) return removed;
    const auto oldest = database.integer("SELECT value FROM marks WHERE name='oldest score day'");
    if (!oldest) return oldest.error();
    if (*oldest > lastDay) return {};
    const auto found = database.integer("SELECT min(used_day) FROM scores");
    if (!found) return found.error();
    if (*found > lastDay) return setOldestScoreDay(database, *found);
    if (auto removed = trimmer.removeScoresUntil(lastDay); !removed) return removed;
    return setOldestScoreDay(database, lastDay + 1);
}

/// The oldest days go first. Rows of one day lie scattered over the pages, and a page is only given up when two thirds of it are free: near
/// the limit more goes than the excess, and the next weeks' rows fill the gaps without a new trim.
Result<void> removeExcess(Database& database, Trimmer& trimmer, std::uint64_t maxBytes) {
    const auto bytes = bytesInUse(database);
    if (!bytes) return bytes.error();
    if (static_cast<std::uint64_t>(*bytes) <= maxBytes) return {};
    trimmer.stopBelow(std::max<std::uint64_t>(1, maxBytes));
    std::set<std::int64_t> days;
    for (const std::string_view sql : {scoreDays, embeddingDays}) {
        const auto found = daysOf(database, sql);
        if (!found) return found.error();
        for (const std::int64_t day : *found) days.insert(day);
    }
    for (const std::int64_t day : days) {
        if (auto removed = trimmer.removeEmbeddingsUntil(day); !removed) return removed;
        if (auto removed = trimmer.removeScoresUntil(day); !removed) return removed;
    }
    return {};
}

Result<std::uint64_t> trimFile(OpenCache& state) {
    if (auto marked = state.markUsed(); !marked) return marked.error();
    Trimmer trimmer(state.writer);
    if (auto removed = removeUnused(state.writer, trimmer, today() - state.options.daysToLive - 1); !removed) return removed.error();
    if (auto removed = removeExcess(state.writer, trimmer, state.options.maxBytes); !removed) return removed.error();
    if (trimmer.removed() == 0) return trimmer.removed();
    if (auto shrunk = state.writer.execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)"); !shrunk) return shrunk.error();
    return trimmer.removed();
}

}  // namespace

Result<std::uint64_t> ScoreCache::trim() {
    if (m_state->damaged()) return std::uint64_t{0};
    auto removed = trimFile(*m_state);
    if (removed) return removed;
    if (auto reported = m_state->writeFailed(removed.error()); !reported) return reported.error();
    return std::uint64_t{0};
}

}  // namespace labelwright
