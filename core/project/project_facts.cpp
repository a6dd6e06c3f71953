#include "core/project/project_facts.h"

#include "core/project/project_connection.h"
#include "core/storage/transaction.h"

namespace labelwright {

Result<ProjectFacts> readFacts(Database& database) {
    const auto transaction = Transaction::begin(database, TransactionKind::Read);
    if (!transaction) return transaction.error();
    auto select = database.prepare(R"sql(
        SELECT (SELECT user_version FROM pragma_user_version), (SELECT name FROM dataset),
               (SELECT row_count FROM dataset),
               (SELECT count(*) FROM version_labels WHERE merged_into = '' AND version = (SELECT value FROM settings WHERE name = 'label version')),
               count(*) FILTER (WHERE decided), count(*) FILTER (WHERE deferred), count(*) FILTER (WHERE flagged),
               count(*) FILTER (WHERE note <> ''), (SELECT count(*) FROM waiting_reviews),
               (SELECT max(number) FROM history)
        FROM reviews)sql");
    if (!select) return select.error();
    if (const auto row = select->step(); !row) return row.error();
    ProjectFacts facts;
    const auto count = [&select](int column) { return static_cast<std::uint64_t>(select->integer(column)); };
    facts.format = static_cast<std::uint32_t>(select->integer(0));
    facts.texts = select->text(1);
    facts.rows = count(2);
    facts.labels = count(3);
    facts.decided = count(4);
    facts.deferred = count(5);
    facts.flagged = count(6);
    facts.notes = count(7);
    facts.waiting = count(8);
    facts.steps = count(9);
    auto last = database.prepare("SELECT made_at, text FROM history ORDER BY number DESC LIMIT 1");
    if (!last) return last.error();
    const auto found = last->step();
    if (!found) return found.error();
    if (*found) {
        facts.lastStepAt = last->integer(0);
        facts.lastStep = last->text(1);
    }
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(database.file(), unknown);
    facts.bytes = unknown ? 0 : bytes;
    return facts;
}

Result<ProjectFacts> projectFacts(const std::filesystem::path& file) {
    auto connection = connectForReading(file);
    if (!connection) return connection.error();
    return readFacts(connection->database);
}

}  // namespace labelwright
