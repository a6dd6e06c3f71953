#pragma once

#include <cstdint>
#include <span>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace labelwright {

/// What the header of an SQLite file says about it.
struct FileIdentity {
    std::uint32_t applicationId = 0;
    std::uint32_t version = 0;  ///< user_version
    bool empty = true;          ///< no table yet: a new file, or one whose creation was interrupted
};

Result<FileIdentity> identify(Database& database);

/// Takes a file from one version to the next; runs inside a transaction.
using SchemaStep = Result<void> (*)(Database& database);

/// A kind of file: steps[v] makes version v + 1 out of version v, so there are as many versions as steps. steps[0] creates the tables.
struct Schema {
    std::uint32_t applicationId = 0;
    std::span<const SchemaStep> steps;

    std::uint32_t version() const noexcept { return static_cast<std::uint32_t>(steps.size()); }
};

/// Whether a file can be read as it is: of this kind, and not of an earlier version (FileUnwritable: it would have to be written to first).
Result<void> checkReadable(Database& database, const Schema& schema);

/// Brings a file to the current version: creates the tables in an empty one; backs an older one up ("<name>.v<N>.bak" beside it), then runs
/// the missing steps in one transaction; does nothing to a current one. FileMalformed: a file of another kind. StorageNewer: made by a
/// later version. In both cases nothing is written.
Result<void> bringUpToDate(Database& database, const Schema& schema);

}  // namespace labelwright
