#include "core/project/project_connection.h"

#include <utility>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "core/project/project_schema.h"
#include "core/storage/journal.h"
#include "core/storage/schema.h"

namespace labelwright {
namespace {

std::filesystem::path folderOf(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// The log of a program that ended without closing the file, or that still has it open.
bool hasLog(const std::filesystem::path& file) {
    std::error_code absent;
    const auto bytes = std::filesystem::file_size(file.string() + "-wal", absent);
    return !absent && bytes > 0;
}

/// SQLite reads a file with a write-ahead log only where it may make the log's index.
bool mayWriteIn(const std::filesystem::path& folder) { return ::access(folder.c_str(), W_OK) == 0; }

}  // namespace

Result<ProjectConnection> connectForWriting(const std::filesystem::path& file) {
    auto claim = FileClaim::take(file);
    if (!claim) return claim.error();
    const bool afterCrash = hasLog(file);
    auto database = Database::open(file, OpenMode::CreateIfMissing);
    if (!database) return database.error();
    // Until it is known to be a whole project of ours, closing must not write to it.
    database->setLogOnClose(LogOnClose::LeaveAsItIs);
    const Journal journal = safeJournal(folderOf(file));
    if (auto prepared = prepareJournal(*database, journal); !prepared) return prepared.error();
    if (auto set = database->execute("PRAGMA page_size=8192; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536"); !set) return set.error();
    const auto mode = database->text("PRAGMA journal_mode");
    if (!mode) return mode.error();
    // A copy that comes from elsewhere: the change of its mode is the first thing that would be written to it.
    const bool otherMode = journal == Journal::WriteAheadLog && *mode != "wal";
    if (afterCrash || otherMode) {
        if (auto whole = database->checkStructure(); !whole) return whole.error();
    }
    if (auto current = bringUpToDate(*database, projectSchema()); !current) return current.error();
    if (auto used = useJournal(*database, journal); !used) return used.error();
    if (auto set = database->execute("PRAGMA journal_size_limit=67108864"); !set) return set.error();
    database->setLogOnClose(LogOnClose::CheckpointAndRemove);
    return ProjectConnection{*std::move(claim), *std::move(database)};
}

Result<ProjectConnection> connectForReading(const std::filesystem::path& file) {
    auto database = Database::open(file, mayWriteIn(folderOf(file)) || hasLog(file) ? OpenMode::ReadOnly : OpenMode::Unchanging);
    if (!database) return database.error();
    database->setLogOnClose(LogOnClose::LeaveAsItIs);
    if (auto readable = checkReadable(*database, projectSchema()); !readable) return readable.error();
    return ProjectConnection{std::nullopt, *std::move(database)};
}

}  // namespace labelwright
