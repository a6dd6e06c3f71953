#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace labelwright {

/// The file of an older or newer version is not migrated: it is disposable.
/// Opens or creates a cache file and its tables. FileMalformed: damaged, not a cache, or of another version.
Result<Database> openCacheForWriting(const std::filesystem::path& file);
Result<Database> openCacheForReading(const std::filesystem::path& file);

/// What ScoreCache::isOfAnotherKind says, from the first bytes alone.
bool headerIsOfAnotherKind(const std::filesystem::path& file);

/// Beside a cache file that was found damaged while it was in use: the next opening rebuilds it.
std::filesystem::path rebuildMark(const std::filesystem::path& file);
/// Moves a cache file and its log out of the way; returns its new name.
Result<std::filesystem::path> moveAside(const std::filesystem::path& file);

}  // namespace labelwright
