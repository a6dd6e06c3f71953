#include "core/storage/database.h"

#include <sqlite3.h>

#include <array>
#include <utility>

#include "core/storage/sqlite_error.h"

namespace labelwright {
namespace {

constexpr int lockTimeoutMs = 5000;

int openFlags(OpenMode mode) {
    // Each connection stays on one thread at a time, so SQLite's own mutexes are not needed.
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
        case OpenMode::ReadOnly: return common | SQLITE_OPEN_READONLY;
        case OpenMode::Unchanging: return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        case OpenMode::ReadWrite: return common | SQLITE_OPEN_READWRITE;
        case OpenMode::CreateIfMissing: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return common;
}

/// SQLite opens a file of a later file format for reading only, and a damaged header can look like one: say so rather than "read-only".
bool hasKnownFormat(sqlite3* connection) {
    constexpr std::size_t writeVersionAt = 18;
    constexpr std::size_t readVersionAt = 19;
    constexpr char latestKnown = 2;
    // Read through SQLite's own file: opening and closing it once more would drop every lock this process holds on it (POSIX).
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return true;
    std::array<char, readVersionAt + 1> header{};
    // Whatever else is wrong with the file, SQLite finds out.
    if (file->pMethods == nullptr || file->pMethods->xRead(file, header.data(), header.size(), 0) != SQLITE_OK) return true;
    if (std::string_view(header.data(), 15) != "SQLite format 3") return true;
    const auto known = [](char version) { return version > 0 && version <= latestKnown; };
    return known(header[writeVersionAt]) && known(header[readVersionAt]);
}

/// A file name as a part of a URI.
std::string unchangingUri(const std::filesystem::path& file) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string uri = "file:";
    for (const char letter : file.generic_string()) {
        const bool plain = std::string_view("/.-_~").find(letter) != std::string_view::npos || (letter >= '0' && letter <= '9') ||
                           (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
        const auto code = static_cast<unsigned char>(letter);
        if (plain) uri += letter;
        else uri.append({'%', digits[code >> 4U], digits[code & 15U]});
    }
    return uri + "?immutable=1";
}

Error cannotOpen(const std::filesystem::path& file, const std::string& reason) {
    std::error_code unknown;
    if (std::filesystem::status(file, unknown).type() == std::filesystem::file_type::not_found) {
        return Error{ErrorCode::FileNotFound, file.string() + " does not exist", {file.string()}};
    }
    return Error{ErrorCode::FileUnreadable, "cannot open " + file.string() + "; check its rights", {file.string(), reason}};
}

}  // namespace

// Statements may outlive the connection by a moment when both are members: _v2 waits for them.
void Database::Closer::operator()(sqlite3* connection) const noexcept { sqlite3_close_v2(connection); }

Result<Database> Database::open(const std::filesystem::path& file, OpenMode mode) {
    std::error_code ignored;
    std::filesystem::path absolute = std::filesystem::absolute(file, ignored);
    if (ignored) absolute = file;
    const std::string name = mode == OpenMode::Unchanging ? unchangingUri(absolute) : absolute.string();
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &connection, openFlags(mode), nullptr);
    Database database(connection, file);
    if (code != SQLITE_OK) {
        if (mode == OpenMode::CreateIfMissing || (code & 0xff) != SQLITE_CANTOPEN) return sqliteError(connection, code, file);
        return cannotOpen(file, sqlite3_errmsg(connection));
    }
    if (!hasKnownFormat(connection)) {
        return malformedDatabase(file, "byte 18",
                                 "the file format is unknown: written by a later SQLite, or damaged; restore it from a copy");
    }
    sqlite3_busy_timeout(connection, lockTimeoutMs);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    if (auto set = database.execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0"); !set) return set.error();
    // SQLite opens a file without write permission for reading instead; better to hear it now than at the first save.
    const bool forReading = mode == OpenMode::ReadOnly || mode == OpenMode::Unchanging;
    if (!forReading && sqlite3_db_readonly(connection, "main") == 1) return sqliteError(nullptr, SQLITE_READONLY, file);
    return database;
}

Result<void> Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteError(m_connection.get(), code, m_file);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(m_connection.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return sqliteError(m_connection.get(), code, m_file);
    return Statement(statement);
}

Result<std::int64_t> Database::integer(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    const Result<bool> row = statement->step();
    if (!row) return row.error();
    return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    const Result<bool> row = statement->step();
    if (!row) return row.error();
    return *row ? std::string(statement->text(0)) : std::string();
}

std::uint64_t Database::changedRows() const noexcept { return static_cast<std::uint64_t>(sqlite3_changes64(m_connection.get())); }

bool Database::autocommit() const noexcept { return sqlite3_get_autocommit(m_connection.get()) != 0; }

void Database::setLogOnClose(LogOnClose action) noexcept {
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, action == LogOnClose::LeaveAsItIs ? 1 : 0, nullptr);
}

Result<void> Database::checkStructure() {
    auto finding = text("PRAGMA quick_check(1)");
    if (!finding) return finding.error();
    if (*finding != "ok") return malformedDatabase(m_file, "", "the file is damaged (" + *finding + "); restore it from a copy");
    return {};
}

}  // namespace labelwright
