#include "core/project/project_backups.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/move_into_place.h"
#include "core/project/project_file.h"
#include "core/storage/file_claim.h"

namespace labelwright {
namespace {

constexpr std::size_t latestKept = 5;
constexpr std::size_t daysKept = 5;
constexpr std::int64_t secondsOfDay = 86400;
constexpr std::array<std::pair<BackupOccasion, std::string_view>, 4> occasions{{{BackupOccasion::Opening, "opening"},
                                                                                {BackupOccasion::Import, "import"},
                                                                                {BackupOccasion::BulkAct, "bulk"},
                                                                                {BackupOccasion::Restore, "restore"}}};
constexpr std::string_view extension = ".lwproj";

template <typename Number>
bool takeNumber(std::string_view& text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool takeDash(std::string_view& text) {
    if (!text.starts_with('-')) return false;
    text.remove_prefix(1);
    return true;
}

/// "<number>-<seconds since 1970>-<occasion>.lwproj"
std::optional<ProjectBackup> backupNamed(const std::filesystem::path& file) {
    ProjectBackup backup;
    backup.file = file;
    const std::string name = file.filename().string();
    std::string_view rest = name;
    if (!takeNumber(rest, backup.number) || !takeDash(rest) || !takeNumber(rest, backup.madeAt) || !takeDash(rest)) return {};
    for (const auto& [occasion, word] : occasions) {
        if (rest != std::string(word) + std::string(extension)) continue;
        backup.occasion = occasion;
        return backup;
    }
    return {};
}

std::filesystem::path fileFor(const std::filesystem::path& folder, const ProjectBackup& backup) {
    std::string name = std::to_string(backup.number);
    name.insert(0, name.size() < 6 ? 6 - name.size() : 0, '0');  // a listing of the folder is in order
    const auto word = std::ranges::find(occasions, backup.occasion, [](const auto& known) { return known.first; })->second;
    return folder / (name + "-" + std::to_string(backup.madeAt) + "-" + std::string(word) + std::string(extension));
}

/// Without facts, the latest first.
Result<std::vector<ProjectBackup>> listed(const std::filesystem::path& folder) {
    std::vector<ProjectBackup> backups;
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) return backups;
    std::filesystem::directory_iterator entries(folder, error);
    if (error) return Error{ErrorCode::FileUnreadable, "cannot read the folder " + folder.string(), {folder.string(), error.message()}};
    for (const auto& entry : entries) {
        if (auto backup = backupNamed(entry.path())) backups.push_back(*std::move(backup));
    }
    std::ranges::sort(backups, std::greater(), &ProjectBackup::number);
    return backups;
}

void letGo(const std::vector<ProjectBackup>& latestFirst) {
    std::set<std::int64_t> days;
    for (std::size_t i = 0; i < latestFirst.size(); ++i) {
        const bool newDay = days.size() < daysKept && days.insert(latestFirst[i].madeAt / secondsOfDay).second;
        if (i < latestKept || newDay) continue;
        std::error_code error;
        std::filesystem::remove(latestFirst[i].file, error);
        if (error) log::warning("cannot remove the old backup " + latestFirst[i].file.string() + ": " + error.message());
    }
}

/// A damaged file with what its log holds: a rescue may need both.
Result<void> moveAside(const std::filesystem::path& project, const std::filesystem::path& target) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::error_code error;
        if (!std::filesystem::exists(project.string() + suffix, error)) continue;
        std::filesystem::rename(project.string() + suffix, target.string() + suffix, error);
        if (error)
            return Error{ErrorCode::FileUnwritable, "cannot rename " + project.string() + suffix, {project.string(), error.message()}};
    }
    return {};
}

}  // namespace

std::filesystem::path backupFolder(const std::filesystem::path& project) { return project.string() + ".backups"; }

Result<std::vector<ProjectBackup>> projectBackups(const std::filesystem::path& project) {
    auto backups = listed(backupFolder(project));
    if (!backups) return backups.error();
    for (ProjectBackup& backup : *backups) {
        if (auto facts = projectFacts(backup.file)) backup.facts = *facts;
    }
    return backups;
}

Result<std::optional<std::filesystem::path>> backUp(const ProjectFile& project, BackupOccasion occasion) {
    const std::filesystem::path folder = backupFolder(project.path());
    const auto facts = project.facts();
    if (!facts) return facts.error();
    if (facts->steps == 0 && facts->rows == 0) return std::optional<std::filesystem::path>();
    auto backups = listed(folder);
    if (!backups) return backups.error();
    for (const ProjectBackup& backup : *backups) {
        const auto kept = projectFacts(backup.file);
        // The history is only ever added to, so its last number and the last entry's time say whether this is that state.
        if (kept && kept->steps == facts->steps && kept->lastStepAt == facts->lastStepAt) return std::optional<std::filesystem::path>();
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return Error{ErrorCode::FileUnwritable, "cannot make the folder " + folder.string(), {folder.string(), error.message()}};
    ProjectBackup backup;
    backup.number = backups->empty() ? 1 : backups->front().number + 1;
    backup.madeAt = unixSeconds();
    backup.occasion = occasion;
    backup.file = fileFor(folder, backup);
    if (auto copied = project.copyTo(backup.file); !copied) return copied.error();
    const std::filesystem::path made = backup.file;
    backups->insert(backups->begin(), std::move(backup));
    letGo(*backups);
    return std::optional(made);
}

Result<RestoredBackup> restoreBackup(const std::filesystem::path& project, const std::filesystem::path& backup) {
    // A backup that cannot be read must not take the place of a project that can.
    auto chosen = ProjectFile::openForReading(backup);
    if (!chosen) return chosen.error();
    if (auto readable = chosen->load(); !readable) return readable.error();
    RestoredBackup restored;
    {
        const auto present = ProjectFile::open(project);
        if (present) {
            if (auto kept = backUp(*present, BackupOccasion::Restore); !kept) return kept.error();
        } else if (present.error().code != ErrorCode::FileMalformed) {
            return present.error();
        } else {
            restored.damaged = project.string() + ".damaged-" + std::to_string(unixSeconds());
        }
    }
    const auto claim = FileClaim::take(project);
    if (!claim) return claim.error();
    if (restored.damaged) {
        if (auto moved = moveAside(project, *restored.damaged); !moved) return moved.error();
    }
    if (auto copied = chosen->copyTo(project); !copied) return copied.error();
    return restored;
}

}  // namespace labelwright
