#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands/console.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/project/project_commands.h"
#include "app/cli/commands/utc_time.h"
#include "core/project/project_backups.h"
#include "core/project/project_salvage.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

const char* occasionName(BackupOccasion occasion) {
    switch (occasion) {
        case BackupOccasion::Opening: return "opening";
        case BackupOccasion::Import: return "import";
        case BackupOccasion::BulkAct: return "bulk act";
        case BackupOccasion::Restore: return "restore";
    }
    return "";
}

Result<void> copy(const std::string& file, const std::string& target) {
    const auto project = readProject(file);
    if (!project) return project.error();
    if (auto copied = project->copyTo(target); !copied) return copied;
    std::cout << "a copy is in " << target << '\n';
    return {};
}

Result<void> list(const std::string& file, bool json) {
    const auto backups = projectBackups(file);
    if (!backups) return backups.error();
    if (json) {
        Json all = Json::array();
        for (const ProjectBackup& backup : *backups) {
            Json entry{{"number", backup.number},
                       {"madeAt", utcTime(backup.madeAt)},
                       {"before", occasionName(backup.occasion)},
                       {"file", backup.file.string()}};
            if (backup.facts)
                entry.update({{"texts", backup.facts->rows},
                              {"labels", backup.facts->labels},
                              {"decided", backup.facts->decided},
                              {"steps", backup.facts->steps}});
            all.push_back(std::move(entry));
        }
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (const ProjectBackup& backup : *backups) {
        std::vector<std::string> row{std::to_string(backup.number), utcTime(backup.madeAt), occasionName(backup.occasion)};
        if (backup.facts) {
            for (const std::uint64_t count : {backup.facts->rows, backup.facts->labels, backup.facts->decided, backup.facts->steps})
                row.push_back(groupedNumber(count));
        } else {
            row.insert(row.end(), {"cannot be read", "", "", ""});
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) std::cout << "there are no backups in " << backupFolder(file).string() << '\n';
    else printTable({"number", "made at", "before", "texts", "labels", "decided", "steps"}, rows);
    return {};
}

Result<void> restore(const std::string& file, std::uint64_t number) {
    const auto backups = projectBackups(file);
    if (!backups) return backups.error();
    for (const ProjectBackup& backup : *backups) {
        if (backup.number != number) continue;
        const auto restored = restoreBackup(file, backup.file);
        if (!restored) return restored.error();
        std::cout << file << " is as it was on " << utcTime(backup.madeAt) << "; what was there before is "
                  << (restored->damaged ? restored->damaged->string() : "a backup now") << '\n';
        return {};
    }
    return Error{ErrorCode::InvalidArgument,
                 "there is no backup " + std::to_string(number) + " of " + file + "; `project backups` lists those that there are",
                 {"backup"}};
}

Result<void> repair(const std::string& file, const std::string& target) {
    const auto report = salvageProject(file, target);
    if (!report) return report.error();
    std::vector<std::vector<std::string>> rows;
    for (const SalvagedTable& table : report->tables)
        rows.push_back({table.name, groupedNumber(table.rows), table.problem.empty() ? "none" : table.problem});
    printTable({"what", "read", "problem"}, rows);
    if (report->lostTexts > 0) std::cout << groupedNumber(report->lostTexts) << " texts could not be read and stand there empty\n";
    std::cout << (report->complete() ? "everything could be read; it is in " : "what could be read is in ") << target << "; " << file
              << " stays as it is\n";
    return {};
}

}  // namespace

void addProjectCopyCommand(CLI::App& project, int& exitCode) {
    const auto files = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* command =
        project.add_subcommand("copy", "Save a project as one more file, whole and compact; also while a window has it open");
    command->add_option("PROJECT", files->first, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--output", files->second, "The copy")->type_name("FILE.lwproj")->required()->check(notEmpty());
    command->callback([files, &exitCode] {
        const auto done = copy(files->first, files->second);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectBackupsCommand(CLI::App& project, int& exitCode) {
    const auto options = std::make_shared<std::pair<std::string, bool>>();
    CLI::App* command = project.add_subcommand("backups", "List the backups of a project, the latest first");
    command->add_option("PROJECT", options->first, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_flag("--json", options->second, "Print an array");
    command->callback([options, &exitCode] {
        const auto done = list(options->first, options->second);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectRestoreCommand(CLI::App& project, int& exitCode) {
    const auto options = std::make_shared<std::pair<std::string, std::uint64_t>>();
    CLI::App* command = project.add_subcommand("restore", "Put a backup in the place of a project; what was there becomes a backup too");
    command->add_option("PROJECT", options->first, "A project file (*.lwproj) that no program has open")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command->add_option("NUMBER", options->second, "The backup's number, from `project backups`")->type_name("")->required();
    command->callback([options, &exitCode] {
        const auto done = restore(options->first, options->second);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectRepairCommand(CLI::App& project, int& exitCode) {
    const auto files = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* command =
        project.add_subcommand("repair", "Read what can be read of a damaged project into a new one; the damaged file is only read");
    command->add_option("PROJECT", files->first, "The damaged file")->type_name("")->required()->check(notEmpty());
    command->add_option("--output", files->second, "The new project")->type_name("FILE.lwproj")->required()->check(notEmpty());
    command->callback([files, &exitCode] {
        const auto done = repair(files->first, files->second);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
