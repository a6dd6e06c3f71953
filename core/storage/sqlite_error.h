#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/error.h"

struct sqlite3;

namespace labelwright {

/// What a result code of SQLite means for the user. FileMalformed: not a database, or damaged. FileUnwritable: no right, no space, no
/// folder. StorageFailed: everything else, "database is locked" among it.
Error sqliteError(sqlite3* connection, int code, const std::filesystem::path& file);
/// The same for an open connection; the file is the one it was opened with.
Error sqliteError(sqlite3* connection, int code);

Error malformedDatabase(const std::filesystem::path& file, std::string_view place, std::string_view what);
Error unwritableDatabase(const std::filesystem::path& file, std::string_view reason);

}  // namespace labelwright
