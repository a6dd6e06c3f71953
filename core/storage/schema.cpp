#include "core/storage/schema.h"

#include <optional>
#include <string>
#include <utility>

#include "core/storage/copy_database.h"
#include "core/storage/sqlite_error.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

Result<void> checkIdentity(const Database& database, const FileIdentity& found, const Schema& schema) {
    if (found.empty && found.applicationId == 0 && found.version == 0) return {};
    if (found.applicationId != schema.applicationId || found.version == 0) {
        return malformedDatabase(database.file(), "", "this is an SQLite database of another program; choose another file");
    }
    if (found.version <= schema.version()) return {};
    const std::string versionFound = std::to_string(found.version);
    const std::string versionKnown = std::to_string(schema.version());
    return Error{ErrorCode::StorageNewer,
                 database.file().string() + " was written by a later version of this program (format " + versionFound +
                     ", known: " + versionKnown + "); update the program to open it",
                 {database.file().string(), versionFound, versionKnown}};
}

/// A name that is free: a migration that failed earlier may have left its backup, which stays.
std::filesystem::path backupName(const std::filesystem::path& file, std::uint32_t version) {
    const std::string stem = file.string() + ".v" + std::to_string(version);
    std::filesystem::path name = stem + ".bak";
    for (int n = 2; std::filesystem::exists(name); ++n) name = stem + "." + std::to_string(n) + ".bak";
    return name;
}

Result<void> backUp(Database& database, std::uint32_t version) { return copyDatabase(database, backupName(database.file(), version)); }

}  // namespace

Result<FileIdentity> identify(Database& database) {
    // One view of the file: another program may be creating it this moment.
    std::optional<Transaction> view;
    if (database.autocommit()) {
        auto begun = Transaction::begin(database, TransactionKind::Read);
        if (!begun) return begun.error();
        view.emplace(std::move(*begun));
    }
    FileIdentity identity;
    const auto applicationId = database.integer("PRAGMA application_id");
    if (!applicationId) return applicationId.error();
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return version.error();
    const auto tables = database.integer("SELECT count(*) FROM sqlite_master");
    if (!tables) return tables.error();
    identity.applicationId = static_cast<std::uint32_t>(*applicationId);
    identity.version = static_cast<std::uint32_t>(*version);
    identity.empty = *tables == 0;
    return identity;
}

Result<void> checkReadable(Database& database, const Schema& schema) {
    const auto found = identify(database);
    if (!found) return found.error();
    const bool later = found->applicationId == schema.applicationId && found->version > schema.version();
    if (later) return {};
    if (auto checked = checkIdentity(database, *found, schema); !checked) return checked;
    if (found->version == schema.version()) return {};
    return unwritableDatabase(database.file(),
                              "it has an earlier format and must be brought up to date before it is read; "
                              "copy it to a place that you may write to and open it there");
}

Result<void> bringUpToDate(Database& database, const Schema& schema) {
    auto found = identify(database);
    if (!found) return found.error();
    if (auto checked = checkIdentity(database, *found, schema); !checked) return checked;
    if (found->version == schema.version()) return {};
    if (found->version > 0) {
        if (auto saved = backUp(database, found->version); !saved) return saved;
    }
    auto transaction = Transaction::begin(database, TransactionKind::Write);
    if (!transaction) return transaction.error();
    // Another program may have done it since.
    found = identify(database);
    if (!found) return found.error();
    if (auto checked = checkIdentity(database, *found, schema); !checked) return checked;
    for (std::uint32_t version = found->version; version < schema.version(); ++version) {
        if (auto stepped = schema.steps[version](database); !stepped) return stepped;
    }
    if (auto named = database.execute("PRAGMA application_id=" + std::to_string(schema.applicationId) +
                                      "; PRAGMA user_version=" + std::to_string(schema.version()));
        !named) {
        return named;
    }
    return transaction->commit();
}

}  // namespace labelwright
