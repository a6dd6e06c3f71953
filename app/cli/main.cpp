#include <CLI/CLI.hpp>
#include <exception>
#include <new>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/standard_streams.h"
#include "app/cli/commands/usage_error.h"

namespace labelwright::cli {
namespace {

int run(int argc, const char* const* argv) {
    CLI::App program("Labels texts with a zero-shot model on this machine; nothing leaves it.", "labelwright-cli");
    program.require_subcommand(1);
    program.set_version_flag("--version", "labelwright-cli " + version());
    program.footer(exitCodeHelp());
    program.failure_message(usageError);
    int exitCode = 0;
    addClassifyCommand(program, exitCode);
    addEvaluateCommand(program, exitCode);
    addTokenizeCommand(program, exitCode);
    addModelsCommand(program, exitCode);
    addLabelsCommand(program, exitCode);
    addProjectCommand(program, exitCode);
    addPresetsCommand(program, exitCode);
    addCacheCommand(program, exitCode);
    addProbeCommand(program, exitCode);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        exitCode = program.exit(error) == 0 ? 0 : exitUsage;
    }
    const auto printed = flushStandardOutput();
    return printed || exitCode != 0 ? exitCode : reportError(printed.error());
}

}  // namespace
}  // namespace labelwright::cli

int main(int argc, char** argv) {
    using namespace labelwright;
    cli::occupyClosedStreams();
    try {
        return cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        return cli::reportError({ErrorCode::OutOfMemory, "not enough memory", {"cpu"}});
    } catch (const std::exception& failure) {
        return cli::reportError({ErrorCode::Internal, std::string("a defect of the program: ") + failure.what(), {failure.what()}});
    }
}
