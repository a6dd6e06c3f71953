#include "core/project/project_salvage.h"

#include <algorithm>
#include <utility>

#include "core/base/move_into_place.h"
#include "core/project/project_connection.h"
#include "core/project/project_error.h"
#include "core/project/project_file.h"
#include "core/project/project_schema.h"
#include "core/project/salvaged_rows.h"
#include "core/storage/schema.h"
#include "core/storage/transaction.h"

namespace labelwright {
namespace {

/// Files that go when the work is done.
struct WorkingCopy {
    explicit WorkingCopy(const std::filesystem::path& target) : file(nameBeside(target)) {}
    WorkingCopy(const WorkingCopy&) = delete;
    WorkingCopy& operator=(const WorkingCopy&) = delete;
    ~WorkingCopy() {
        for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) {
            std::error_code ignored;
            std::filesystem::remove(file.string() + suffix, ignored);
        }
    }
    std::filesystem::path file;
};

Result<void> copyWithLog(const std::filesystem::path& from, const std::filesystem::path& to) {
    for (const char* suffix : {"", "-wal"}) {
        std::error_code error;
        if (*suffix != '\0' && !std::filesystem::exists(from.string() + suffix, error)) continue;
        std::filesystem::copy_file(from.string() + suffix, to.string() + suffix, error);
        if (error) return Error{ErrorCode::FileUnreadable, "cannot copy " + from.string() + suffix, {from.string(), error.message()}};
    }
    return {};
}

/// Makes empty tables of an earlier version too: migration is then the ordinary one.
Result<Database> emptyProject(const std::filesystem::path& file, std::uint32_t version) {
    auto database = Database::open(file, OpenMode::CreateIfMissing);
    if (!database) return database.error();
    const Schema past{projectSchema().applicationId, projectSchema().steps.first(version)};
    if (auto made = bringUpToDate(*database, past); !made) return made.error();
    if (auto set = database->execute("PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY"); !set)
        return set.error();
    return database;
}

Result<std::vector<std::string>> tableNames(Database& database) {
    auto select = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    if (!select) return select.error();
    std::vector<std::string> names;
    for (;;) {
        const auto row = select->step();
        if (!row) return row.error();
        if (!*row) return names;
        names.emplace_back(select->text(0));
    }
}

/// Labels of versions that were lost, and the like.
Result<void> dropOrphans(Database& database, std::uint32_t version) {
    constexpr std::uint32_t firstWithVersions = 2;
    constexpr std::uint32_t firstWithPairs = 5;
    if (version < firstWithVersions) return database.execute("DELETE FROM labels WHERE label_set NOT IN (SELECT id FROM label_sets)");
    auto dropped = database.execute("DELETE FROM version_labels WHERE version NOT IN (SELECT number FROM label_versions)");
    if (!dropped || version < firstWithPairs) return dropped;
    return database.execute("DELETE FROM version_pairs_apart WHERE version NOT IN (SELECT number FROM label_versions)");
}

Result<std::uint32_t> versionOf(const std::filesystem::path& file) {
    auto database = Database::open(file, OpenMode::ReadWrite);
    if (!database) return database.error();
    const auto identity = identify(*database);
    if (!identity) return identity.error();
    const bool known = identity->applicationId == projectSchema().applicationId && identity->version <= projectSchema().version();
    if (known && identity->version > 0) return identity->version;
    return malformedProject(*database, "header", "it does not say that this is a project of a version known here");
}

Result<void> copyTables(const std::filesystem::path& damaged, const std::filesystem::path& made, std::uint32_t version,
                        std::vector<SalvagedTable>& tables) {
    auto database = emptyProject(made, version);
    if (!database) return database.error();
    auto names = tableNames(*database);
    if (!names) return names.error();
    {
        auto attach = database->prepare("ATTACH ?1 AS damaged");
        if (!attach) return attach.error();
        const std::string name = damaged.string();
        if (auto attached = attach->bind(1, std::string_view(name)).run(); !attached) return attached;
    }
    // No transaction: within one, SQLite writes nothing more once it has met a damaged page.
    for (const std::string& name : *names) {
        auto table = salvageRows(*database, name);
        if (!table) return table.error();
        tables.push_back(*std::move(table));
    }
    return dropOrphans(*database, version);
}

/// Brings it up to date like any other project and makes its texts whole; gives what is missing of them.
Result<std::uint64_t> finish(const std::filesystem::path& made) {
    auto connection = connectForWriting(made);
    if (!connection) return connection.error();
    auto transaction = Transaction::begin(connection->database, TransactionKind::Write);
    if (!transaction) return transaction.error();
    auto lost = makeTextsWhole(connection->database);
    if (!lost) return lost.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return lost;
}

}  // namespace

bool SalvageReport::complete() const {
    return lostTexts == 0 && std::ranges::all_of(tables, [](const SalvagedTable& table) { return table.problem.empty(); });
}

Result<SalvageReport> salvageProject(const std::filesystem::path& damaged, const std::filesystem::path& target) {
    std::error_code unknown;
    if (std::filesystem::exists(target, unknown)) {
        return Error{ErrorCode::FileUnwritable,
                     target.string() + " exists; what is rescued goes into a new file: choose another name",
                     {target.string(), "it exists"}};
    }
    SalvageReport report;
    report.file = target;
    const WorkingCopy source(target);
    const WorkingCopy made(target);
    if (auto copied = copyWithLog(damaged, source.file); !copied) return copied.error();
    const auto version = versionOf(source.file);
    if (!version) return version.error();
    if (auto copied = copyTables(source.file, made.file, *version, report.tables); !copied) return copied.error();
    auto lost = finish(made.file);
    if (!lost) return lost.error();
    report.lostTexts = *lost;
    // Read as the program will read it.
    auto project = ProjectFile::open(made.file);
    if (!project) return project.error();
    if (auto readable = project->load(); !readable) return readable.error();
    const auto facts = project->facts();
    if (!facts) return facts.error();
    report.reviews = facts->decided;
    if (auto copied = project->copyTo(target); !copied) return copied.error();
    return report;
}

}  // namespace labelwright
