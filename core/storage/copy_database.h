#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace labelwright {

/// The content of a database as one file without a log, compact, in the place of whatever has that name; all of it or nothing. Others may
/// go on writing: it is one moment's content. Not within a transaction.
Result<void> copyDatabase(Database& database, const std::filesystem::path& target);

}  // namespace labelwright
