#include "core/storage/sqlite_error.h"

#include <sqlite3.h>

namespace labelwright {
namespace {

std::string_view adviceOn(int primaryCode) {
    switch (primaryCode) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "; another program is writing to it: close that or try again";
        case SQLITE_NOMEM: return "; not enough memory: close other programs and try again";
        case SQLITE_IOERR: return "; the disk or the network folder did not answer: check it, then try again";
        default: return "";
    }
}

}  // namespace

Error malformedDatabase(const std::filesystem::path& file, std::string_view place, std::string_view what) {
    std::string detail = file.string() + ": ";
    if (!place.empty()) detail.append(place).append(": ");
    return {ErrorCode::FileMalformed, detail.append(what), {file.string(), std::string(place), std::string(what)}};
}

Error unwritableDatabase(const std::filesystem::path& file, std::string_view reason) {
    return {ErrorCode::FileUnwritable, "cannot write " + file.string() + ": " + std::string(reason), {file.string(), std::string(reason)}};
}

Error sqliteError(sqlite3* connection, int code, const std::filesystem::path& file) {
    const int primaryCode = code & 0xff;
    // The connection may have gone on since; its message counts only while it still belongs to this code.
    const bool messageIsOfCode = connection != nullptr && (sqlite3_errcode(connection) & 0xff) == primaryCode;
    const std::string message = messageIsOfCode ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    switch (primaryCode) {
        case SQLITE_NOTADB:
            return malformedDatabase(file, "", "this is not an SQLite database, or its beginning is damaged; restore it from a copy");
        case SQLITE_CORRUPT: return malformedDatabase(file, "", "the file is damaged (" + message + "); restore it from a copy");
        case SQLITE_FULL: return unwritableDatabase(file, "the disk is full; free some space and try again");
        case SQLITE_CANTOPEN:
            return unwritableDatabase(file,
                                      "the file cannot be opened or created; check that the folder exists and that you may write there");
        case SQLITE_READONLY:
        case SQLITE_PERM: return unwritableDatabase(file, "the file or its folder is read-only; change its rights or choose another place");
        default:
            return {
                ErrorCode::StorageFailed, file.string() + ": " + message + std::string(adviceOn(primaryCode)), {file.string(), message}};
    }
}

Error sqliteError(sqlite3* connection, int code) {
    const char* file = sqlite3_db_filename(connection, "main");
    return sqliteError(connection, code, file == nullptr ? std::filesystem::path() : std::filesystem::path(file));
}

}  // namespace labelwright
