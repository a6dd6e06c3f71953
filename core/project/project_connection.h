#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/file_claim.h"

namespace labelwright {

/// An open project file and the right to write to it; none: for reading only. The claim is given up last.
struct ProjectConnection {
    std::optional<FileClaim> claim;
    Database database;
};

/// Opens or creates, and brings it up to date: see ProjectFile::open().
Result<ProjectConnection> connectForWriting(const std::filesystem::path& file);
/// Changes nothing, also not beside it; works in folders and on media that cannot be written to.
Result<ProjectConnection> connectForReading(const std::filesystem::path& file);

}  // namespace labelwright
