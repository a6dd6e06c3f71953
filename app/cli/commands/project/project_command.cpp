#include <CLI/CLI.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/project/project_commands.h"

namespace labelwright::cli {

void addProjectCommand(CLI::App& program, int& exitCode) {
    CLI::App* command =
        program.add_subcommand("project", "Work on a project file: look into it, import, export, evaluate, back up, repair");
    command->require_subcommand(1);
    addProjectInfoCommand(*command, exitCode);
    addProjectHistoryCommand(*command, exitCode);
    addProjectImportCommand(*command, exitCode);
    addProjectExportCommand(*command, exitCode);
    addProjectEvaluateCommand(*command, exitCode);
    addProjectCopyCommand(*command, exitCode);
    addProjectBackupsCommand(*command, exitCode);
    addProjectRestoreCommand(*command, exitCode);
    addProjectRepairCommand(*command, exitCode);
}

Result<ProjectFile> readProject(const std::string& file) {
    std::error_code unknown;
    if (!std::filesystem::exists(file, unknown)) return Error{ErrorCode::FileNotFound, "there is no project " + file, {file}};
    auto project = ProjectFile::openForReading(file);
    // One of an earlier format must be written to before it can be read.
    if (!project && project.error().code == ErrorCode::FileUnwritable) project = ProjectFile::open(file);
    return project;
}

}  // namespace labelwright::cli
