#include "core/storage/score_cache.h"

#include "core/base/log.h"
#include "core/storage/score_cache_schema.h"
#include "core/storage/score_cache_state.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

Result<void> createFolderOf(const std::filesystem::path& file) {
    if (!file.has_parent_path()) return {};
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    if (failure)
        return unwritableDatabase(file, "its folder cannot be created (" + failure.message() + "); choose another place for the cache");
    return {};
}

std::uint64_t sizeOf(const std::filesystem::path& file) {
    std::error_code absent;
    const auto bytes = std::filesystem::file_size(file, absent);
    return absent ? 0 : bytes;
}

Result<void> deleteAll(Database& database) {
    auto transaction = Transaction::begin(database, TransactionKind::Write);
    if (!transaction) return transaction.error();
    auto deleted = database.execute("DELETE FROM scores; DELETE FROM embeddings; DELETE FROM scopes; DELETE FROM marks");
    if (!deleted) return deleted;
    if (auto committed = transaction->commit(); !committed) return committed;
    return database.execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

ScoreCache::ScoreCache(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ScoreCache::ScoreCache(ScoreCache&&) noexcept = default;
ScoreCache& ScoreCache::operator=(ScoreCache&&) noexcept = default;

ScoreCache::~ScoreCache() {
    // A run answered by the cache alone writes nothing else; without this its rows would grow old while in daily use.
    if (m_state == nullptr || m_state->damaged()) return;
    if (auto marked = m_state->markUsed(); !marked) log::warning("score cache: " + marked.error().detail);
}

bool ScoreCache::isOfAnotherKind(const std::filesystem::path& file) { return headerIsOfAnotherKind(file); }

Result<ScoreCache> ScoreCache::open(const std::filesystem::path& file, ScoreCacheOptions options) {
    if (auto created = createFolderOf(file); !created) return created.error();
    std::optional<std::filesystem::path> movedTo;
    const auto makeWay = [&]() -> Result<void> {
        auto moved = moveAside(file);
        if (!moved) return moved.error();
        movedTo = *moved;
        return {};
    };
    if (std::filesystem::exists(rebuildMark(file)) && std::filesystem::exists(file)) {
        if (auto moved = makeWay(); !moved) return moved.error();
    }
    auto writer = openCacheForWriting(file);
    if (!writer && writer.error().code == ErrorCode::FileMalformed) {
        if (auto moved = makeWay(); !moved) return moved.error();
        writer = openCacheForWriting(file);
    }
    if (!writer) return writer.error();
    auto reader = openCacheForReading(file);
    if (!reader) return reader.error();
    auto state = std::make_unique<State>(std::move(*writer), std::move(*reader), options);
    state->recovered = std::move(movedTo);
    return ScoreCache(std::move(state));
}

Result<ScoreCacheStatistics> ScoreCache::statistics() const {
    ScoreCacheStatistics statistics;
    statistics.fileBytes = sizeOf(m_state->file) + sizeOf(m_state->file.string() + "-wal");
    if (m_state->damaged()) return statistics;
    // A connection of its own, because any thread may ask.
    auto database = openCacheForReading(m_state->file);
    if (!database) return database.error();
    const auto scores = database->integer("SELECT count(*) FROM scores");
    if (!scores) return scores.error();
    const auto embeddings = database->integer("SELECT count(*) FROM embeddings");
    if (!embeddings) return embeddings.error();
    const auto scopes = database->integer(
        "SELECT count(*) FROM scopes WHERE EXISTS(SELECT 1 FROM scores WHERE scope_id=scopes.id) OR "
        "EXISTS(SELECT 1 FROM embeddings WHERE scope_id=scopes.id)");
    if (!scopes) return scopes.error();
    statistics.scores = static_cast<std::uint64_t>(*scores);
    statistics.embeddings = static_cast<std::uint64_t>(*embeddings);
    statistics.scopes = static_cast<std::uint32_t>(*scopes);
    return statistics;
}

Result<void> ScoreCache::clear() {
    if (m_state->damaged()) return m_state->writeFailed({});
    m_state->forgetUsed();
    auto cleared = deleteAll(m_state->writer);
    if (cleared) return {};
    return m_state->writeFailed(cleared.error());
}

const std::optional<std::filesystem::path>& ScoreCache::recovered() const noexcept { return m_state->recovered; }

}  // namespace labelwright
