#include "core/storage/transaction.h"

namespace labelwright {

Result<Transaction> Transaction::begin(Database& database, TransactionKind kind) {
    if (auto begun = database.execute(kind == TransactionKind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun) return begun.error();
    return Transaction(database);
}

Transaction::~Transaction() {
    // SQLite has rolled back by itself after some errors (full disk, no memory).
    if (m_database == nullptr || m_database->autocommit()) return;
    // Nothing can be done about a rollback that fails; the journal undoes the transaction at the next opening.
    if (m_database->execute("ROLLBACK").ok()) return;
}

Result<void> Transaction::commit() {
    auto committed = m_database->execute("COMMIT");
    if (committed) m_database = nullptr;
    return committed;
}

}  // namespace labelwright
