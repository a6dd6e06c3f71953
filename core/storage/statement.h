#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "core/base/result.h"

struct sqlite3_stmt;

namespace labelwright {

/// A compiled SQL statement of one connection; used on that connection's thread only.
///
///     insert.bind(1, id).bind(2, name);
///     if (auto done = insert.run(); !done) return done;
class Statement {
public:
    /// Parameters count from 1. Bytes of text and blobs are not copied: they must live until run() or the last step().
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::byte> blob);
    Statement& bindNull(int parameter);

    /// Runs to the next row: true if there is one. After false or an error the statement is reset and can be bound and run again.
    /// A failed bind is reported here.
    Result<bool> step();
    /// Runs to the end, for statements without rows.
    Result<void> run();
    /// Ends the reading of rows early; a statement with an open row would hold the read transaction.
    void reset() noexcept;

    /// Columns of the current row count from 0; views are valid until the next step() or reset().
    std::int64_t integer(int column) const noexcept;
    double real(int column) const noexcept;
    std::string_view text(int column) const noexcept;
    std::span<const std::byte> blob(int column) const noexcept;
    bool isNull(int column) const noexcept;

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement) noexcept : m_statement(statement) {}
    void noteBind(int code) noexcept;

    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bindFailure = 0;
};

}  // namespace labelwright
