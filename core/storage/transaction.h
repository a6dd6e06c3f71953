#pragma once

#include <utility>

#include "core/storage/database.h"

namespace labelwright {

enum class TransactionKind {
    Read,   ///< one unchanging view of the file
    Write,  ///< takes the write lock at once, so it cannot fail half-way for another's lock
};

/// BEGIN … COMMIT; rolls back if it ends without commit(). The database must outlive it.
class Transaction {
public:
    static Result<Transaction> begin(Database& database, TransactionKind kind);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database& database) noexcept : m_database(&database) {}

    Database* m_database;
};

}  // namespace labelwright
