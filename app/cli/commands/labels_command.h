#pragma once

namespace CLI {
class App;
}

namespace labelwright::cli {

// The subcommands of `labels`; see commands.h.
void addLabelsLintCommand(CLI::App& labels, int& exitCode);
void addLabelsSuggestCommand(CLI::App& labels, int& exitCode);
void addLabelsMergeCommand(CLI::App& labels, int& exitCode);
void addLabelsUnmergeCommand(CLI::App& labels, int& exitCode);
void addLabelsDiffCommand(CLI::App& labels, int& exitCode);
void addLabelsVersionsCommand(CLI::App& labels, int& exitCode);
void addLabelsConvertCommand(CLI::App& labels, int& exitCode);

}  // namespace labelwright::cli
