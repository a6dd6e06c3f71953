#include "core/storage/score_cache_schema.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/storage/journal.h"
#include "core/storage/schema.h"
#include "core/storage/sqlite_error.h"

namespace labelwright {
namespace {

constexpr std::uint32_t cacheApplicationId = 0x4c575343;  // "LWSC"

Result<void> createTables(Database& database) {
    return database.execute(R"sql(
        CREATE TABLE scopes(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
        CREATE TABLE scores(
            scope_id INTEGER NOT NULL, text_hash BLOB NOT NULL, hypothesis_hash BLOB NOT NULL,
            used_day INTEGER NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY(scope_id, text_hash, hypothesis_hash)) WITHOUT ROWID;
        CREATE TABLE embeddings(
            row INTEGER PRIMARY KEY, full_hash BLOB NOT NULL, scope_id INTEGER NOT NULL, used_day INTEGER NOT NULL,
            truncated INTEGER NOT NULL, checksum INTEGER NOT NULL, value BLOB NOT NULL);
        CREATE INDEX embeddings_by_age ON embeddings(scope_id, used_day);
        CREATE TABLE marks(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;)sql");
}

constexpr std::array<SchemaStep, 1> steps = {createTables};
constexpr Schema schema{cacheApplicationId, steps};

Result<void> checkIdentity(Database& database) {
    const auto found = identify(database);
    if (!found) return found.error();
    const bool fresh = found->empty && found->applicationId == 0 && found->version == 0;
    if (fresh || (found->applicationId == schema.applicationId && found->version == schema.version())) return {};
    return malformedDatabase(database.file(), "", "this is not a score cache of this version; it is moved aside and a new one is begun");
}

/// One row of each table: finds tables that are missing or whose first page is damaged.
Result<void> probe(Database& database) {
    for (const char* sql :
         {"SELECT id, name FROM scopes LIMIT 1", "SELECT scope_id, text_hash, hypothesis_hash, used_day, value FROM scores LIMIT 1",
          "SELECT row, full_hash, scope_id, used_day, truncated, checksum, value FROM embeddings LIMIT 1",
          "SELECT used_day FROM embeddings INDEXED BY embeddings_by_age WHERE scope_id > 0 LIMIT 1",
          "SELECT name, value FROM marks LIMIT 1"}) {
        if (auto read = database.integer(sql); !read) {
            if (read.error().code != ErrorCode::StorageFailed) return read.error();
            // "no such table": whole pages, but not ours.
            return malformedDatabase(database.file(), "", read.error().detail);
        }
    }
    return {};
}

}  // namespace

Result<Database> openCacheForWriting(const std::filesystem::path& file) {
    auto database = Database::open(file, OpenMode::CreateIfMissing);
    if (!database) return database.error();
    // Until it is known to be ours, closing must not write to it.
    database->setLogOnClose(LogOnClose::LeaveAsItIs);
    const Journal journal = safeJournal(file.parent_path());
    if (auto prepared = prepareJournal(*database, journal); !prepared) return prepared.error();
    // Both only take effect in an empty file.
    if (auto set = database->execute("PRAGMA page_size=8192; PRAGMA auto_vacuum=INCREMENTAL"); !set) return set.error();
    if (auto checked = checkIdentity(*database); !checked) return checked.error();
    if (auto used = useJournal(*database, journal); !used) return used.error();
    if (auto set = database->execute("PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536"); !set)
        return set.error();
    if (auto made = bringUpToDate(*database, schema); !made) return made.error();
    if (auto probed = probe(*database); !probed) return probed.error();
    database->setLogOnClose(LogOnClose::CheckpointAndRemove);
    return database;
}

Result<Database> openCacheForReading(const std::filesystem::path& file) {
    auto database = Database::open(file, OpenMode::ReadOnly);
    if (!database) return database.error();
    if (auto set = database->execute("PRAGMA cache_size=-65536"); !set) return set.error();
    return database;
}

bool headerIsOfAnotherKind(const std::filesystem::path& file) {
    // The database header of https://www.sqlite.org/fileformat.html: magic string, page size at 16, application id at 68, both big-endian.
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, 100> header{};
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    if (!stream || size == 0) return false;
    stream.seekg(0);
    stream.read(header.data(), header.size());
    if (!std::string_view(header.data(), header.size()).starts_with(magic)) return true;
    const auto bigEndian = [&header](std::size_t begin, std::size_t bytes) {
        std::uint32_t value = 0;
        for (std::size_t i = begin; i < begin + bytes; ++i) value = (value << 8U) | static_cast<unsigned char>(header[i]);
        return value;
    };
    constexpr std::uint32_t largestPage = 65536;  // written as 1
    const std::uint32_t pageBytes = bigEndian(16, 2) == 1 ? largestPage : bigEndian(16, 2);
    const std::uint32_t applicationId = bigEndian(68, 4);
    // A cache whose making was interrupted has one page and no id yet.
    const bool begun = applicationId == 0 && size <= static_cast<std::streamoff>(pageBytes);
    return applicationId != cacheApplicationId && !begun;
}

std::filesystem::path rebuildMark(const std::filesystem::path& file) { return file.string() + ".rebuild"; }

Result<std::filesystem::path> moveAside(const std::filesystem::path& file) {
    const std::string stem = file.string() + ".damaged-" + std::to_string(unixSeconds());
    std::filesystem::path target = stem;
    for (int n = 2; std::filesystem::exists(target); ++n) target = stem + "-" + std::to_string(n);
    std::error_code failure;
    std::filesystem::rename(file, target, failure);
    if (failure) return unwritableDatabase(file, "it is damaged and cannot be moved aside (" + failure.message() + "); delete it");
    // The log belongs to the old file; left in place it would be taken for the new one's.
    std::error_code ignored;
    std::filesystem::rename(file.string() + "-wal", target.string() + "-wal", ignored);
    std::filesystem::rename(file.string() + "-journal", target.string() + "-journal", ignored);
    std::filesystem::remove(file.string() + "-shm", ignored);
    std::filesystem::remove(rebuildMark(file), ignored);
    return target;
}

}  // namespace labelwright
