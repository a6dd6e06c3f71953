#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/result_export.h"
#include "core/project/project_file.h"

namespace CLI {
class App;
}

namespace labelwright::cli {

// Subcommands of `project`, as commands.h says.
void addProjectInfoCommand(CLI::App& project, int& exitCode);
void addProjectHistoryCommand(CLI::App& project, int& exitCode);
void addProjectImportCommand(CLI::App& project, int& exitCode);
void addProjectExportCommand(CLI::App& project, int& exitCode);
void addProjectEvaluateCommand(CLI::App& project, int& exitCode);
void addProjectCopyCommand(CLI::App& project, int& exitCode);
void addProjectBackupsCommand(CLI::App& project, int& exitCode);
void addProjectRestoreCommand(CLI::App& project, int& exitCode);
void addProjectRepairCommand(CLI::App& project, int& exitCode);

/// A project that is there, for reading; also while a window has it open. One of an earlier format is brought up to date first.
Result<ProjectFile> readProject(const std::string& file);
/// Writes these rows of a project's contents; InvalidArgument if it holds no texts.
Result<ExportedRows> exportRows(const ProjectContents& contents, std::vector<std::uint32_t> rows, const std::string& file,
                                const ExportOptions& options);

}  // namespace labelwright::cli
