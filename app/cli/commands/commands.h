#pragma once

namespace CLI {
class App;
}

namespace labelwright::cli {

// Each adds one subcommand; when it is chosen, parsing runs it and leaves the program's exit code in `exitCode`, which must outlive the
// parser.
void addClassifyCommand(CLI::App& program, int& exitCode);
void addEvaluateCommand(CLI::App& program, int& exitCode);
void addTokenizeCommand(CLI::App& program, int& exitCode);
void addModelsCommand(CLI::App& program, int& exitCode);
void addLabelsCommand(CLI::App& program, int& exitCode);
void addProjectCommand(CLI::App& program, int& exitCode);
void addPresetsCommand(CLI::App& program, int& exitCode);
void addCacheCommand(CLI::App& program, int& exitCode);
void addProbeCommand(CLI::App& program, int& exitCode);

}  // namespace labelwright::cli
