#include "app/cli/commands/labels_command.h"

#include <CLI/CLI.hpp>

#include "app/cli/commands/commands.h"

namespace labelwright::cli {

void addLabelsCommand(CLI::App& program, int& exitCode) {
    CLI::App* command =
        program.add_subcommand("labels", "Work on labels: look for what is wrong and what means the same, merge, compare, convert");
    command->require_subcommand(1);
    addLabelsLintCommand(*command, exitCode);
    addLabelsSuggestCommand(*command, exitCode);
    addLabelsMergeCommand(*command, exitCode);
    addLabelsUnmergeCommand(*command, exitCode);
    addLabelsDiffCommand(*command, exitCode);
    addLabelsVersionsCommand(*command, exitCode);
    addLabelsConvertCommand(*command, exitCode);
}

}  // namespace labelwright::cli
