#include "core/storage/statement.h"

#include <sqlite3.h>

#include "core/storage/sqlite_error.h"

namespace labelwright {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Statement::noteBind(int code) noexcept {
    if (code != SQLITE_OK && m_bindFailure == SQLITE_OK) m_bindFailure = code;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    noteBind(sqlite3_bind_int64(m_statement.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    noteBind(sqlite3_bind_double(m_statement.get(), parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL.
    const char* bytes = text.data() == nullptr ? "" : text.data();
    noteBind(sqlite3_bind_text64(m_statement.get(), parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::byte> blob) {
    if (blob.empty()) noteBind(sqlite3_bind_zeroblob(m_statement.get(), parameter, 0));
    else noteBind(sqlite3_bind_blob64(m_statement.get(), parameter, blob.data(), blob.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    noteBind(sqlite3_bind_null(m_statement.get(), parameter));
    return *this;
}

Result<bool> Statement::step() {
    int code = m_bindFailure;
    if (code == SQLITE_OK) code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = sqliteError(sqlite3_db_handle(m_statement.get()), code);
    reset();
    return error;
}

Result<void> Statement::run() {
    for (;;) {
        const Result<bool> row = step();
        if (!row) return row.error();
        if (!*row) return {};
    }
}

void Statement::reset() noexcept {
    m_bindFailure = SQLITE_OK;
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const noexcept { return sqlite3_column_int64(m_statement.get(), column); }

double Statement::real(int column) const noexcept { return sqlite3_column_double(m_statement.get(), column); }

std::string_view Statement::text(int column) const noexcept {
    // The database is UTF-8, so the bytes as stored are the text; asking for text would copy them for a terminating zero.
    const auto bytes = blob(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> Statement::blob(int column) const noexcept {
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (bytes == nullptr) return {};
    return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const noexcept { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }

}  // namespace labelwright
