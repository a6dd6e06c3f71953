#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/project/project_salvage.h"
#include "core/storage/database.h"

namespace labelwright {

/// Copies what can be read of a table of the attached database `damaged` into the empty one of the same name. An error only if nothing can
/// be written.
Result<SalvagedTable> salvageRows(Database& database, const std::string& table);

/// Makes the texts of a salvaged project a dataset again: those that are missing become empty texts, so that each review stays with its
/// text; predictions go where texts are missing. Gives the number of missing texts. Within the caller's write transaction.
Result<std::uint64_t> makeTextsWhole(Database& database);

}  // namespace labelwright
