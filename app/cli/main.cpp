#include <CLI/CLI.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/exit_code.h"

int main(int argc, char** argv) {
    CLI::App program("Labels texts with a zero-shot model on this machine; nothing leaves it.", "labelwright-cli");
    program.require_subcommand(1);
    program.set_version_flag("--version", std::string("labelwright-cli ") + labelwright::cli::version());
    program.footer(labelwright::cli::exitCodeHelp());
    int exitCode = 0;
    labelwright::cli::addClassifyCommand(program, exitCode);
    labelwright::cli::addTokenizeCommand(program, exitCode);
    labelwright::cli::addModelsCommand(program, exitCode);
    labelwright::cli::addPresetsCommand(program, exitCode);
    labelwright::cli::addCacheCommand(program, exitCode);
    labelwright::cli::addProbeCommand(program, exitCode);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : labelwright::cli::exitUsage;
    }
    return exitCode;
}
