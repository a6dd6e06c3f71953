#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/storage/cache_row.h"
#include "core/storage/database.h"
#include "core/storage/score_cache.h"

namespace labelwright {

/// Rows that were found but were last marked as used long ago. The reading thread notes them, the writing thread marks them: reading stays
/// reading.
struct UsedRows {
    struct Score {
        std::int64_t scope;
        ScoreKey key;
    };
    std::vector<Score> scores;
    std::vector<std::int64_t> embeddings;  ///< row numbers

    /// Beyond this, uses are forgotten: at worst a row is computed again some weeks later.
    static constexpr std::size_t most = 200'000;
    bool full() const noexcept { return scores.size() + embeddings.size() >= most; }
    bool empty() const noexcept { return scores.empty() && embeddings.empty(); }
};

/// The two connections of an open cache and what both threads know about it.
struct OpenCache {
    OpenCache(Database writing, Database reading, ScoreCacheOptions chosen)
        : file(writing.file()), options(chosen), writer(std::move(writing)), reader(std::move(reading)) {}

    ~OpenCache();
    OpenCache(const OpenCache&) = delete;
    OpenCache& operator=(const OpenCache&) = delete;

    /// A row used this many days ago is marked anew when it is found again.
    std::int64_t daysUntilMarkedAgain() const noexcept { return std::max<std::int64_t>(1, options.daysToLive / 4); }
    void noteUsed(UsedRows rows);
    /// Marks what was noted, in one transaction. Writing thread.
    Result<void> markUsed();
    void forgetUsed();

    /// A look-up failed: says so once in the log. If the file is damaged, it is also marked for rebuilding at the next opening. Any thread.
    void lookUpFailed(const Error& error);
    /// The same for a write: returns the error, but of a damaged file only the first time (the run goes on without the cache).
    Result<void> writeFailed(const Error& error);
    /// Damage was found while the file was in use: nothing is read or written any more.
    bool damaged() const noexcept { return isDamaged.load(); }

    std::filesystem::path file;
    ScoreCacheOptions options;
    std::optional<std::filesystem::path> recovered;
    Database writer;
    Database reader;

    std::mutex usedMutex;
    UsedRows used;

    std::mutex healthMutex;
    std::atomic<bool> isDamaged{false};
    bool damageReturned = false;
    bool failureLogged = false;

private:
    void noteDamage(const Error& error);
};

struct ScoreCache::State : OpenCache {
    using OpenCache::OpenCache;
};

/// The id of a scope for reading; nothing if it has no rows.
Result<std::optional<std::int64_t>> findScope(Database& database, const std::string& scope);
/// The id of a scope for writing; within a write transaction.
Result<std::int64_t> scopeForWriting(Database& database, const std::string& scope);
/// Days below this no score row has: spares trim() from reading the whole table. Within a write transaction.
Result<void> noteOldestScoreDay(Database& database, std::int64_t day);

}  // namespace labelwright
