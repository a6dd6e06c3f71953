#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/project/project_facts.h"

namespace labelwright {

class ProjectFile;

/// Before what a backup was made.
enum class BackupOccasion {
    Opening,  ///< work went on
    Import,   ///< other texts took the place of those in it
    BulkAct,  ///< many texts were decided at once
    Restore,  ///< an earlier state took its place
};

/// A whole project file in the folder of the project's backups.
struct ProjectBackup {
    std::filesystem::path file;
    std::uint64_t number = 0;  ///< from 1, counts on; the order also when the clock was put back
    std::int64_t madeAt = 0;   ///< seconds since 1970 (UTC)
    BackupOccasion occasion = BackupOccasion::Opening;
    std::optional<ProjectFacts> facts;  ///< none: the file cannot be read
};

/// "<project>.backups" beside the project.
std::filesystem::path backupFolder(const std::filesystem::path& project);
/// Those that there are, the latest first. Files of other kinds in that folder do not count. Any thread.
Result<std::vector<ProjectBackup>> projectBackups(const std::filesystem::path& project);

/// Keeps a copy unless there is one of this very state, then lets go of old ones: the five latest stay, and of each of the last five days
/// with any the day's latest. Gives the copy's file; none: there was nothing new. The project's thread.
Result<std::optional<std::filesystem::path>> backUp(const ProjectFile& project, BackupOccasion occasion);

struct RestoredBackup {
    std::optional<std::filesystem::path> damaged;  ///< where a project that could not be opened was moved to
};

/// Puts a backup in the place of the project, of which a backup is made before; a damaged one is moved aside. StorageHeld: somebody has it
/// open. Any thread.
Result<RestoredBackup> restoreBackup(const std::filesystem::path& project, const std::filesystem::path& backup);

}  // namespace labelwright
