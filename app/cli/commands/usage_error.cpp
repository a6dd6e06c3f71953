#include "app/cli/commands/usage_error.h"

#include <CLI/CLI.hpp>

namespace labelwright::cli {
namespace {

std::string listed(const std::vector<std::string>& words, const char* separator) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
    return text;
}

/// The innermost command that was chosen.
const CLI::App* chosenCommand(const CLI::App* program) {
    while (!program->get_subcommands().empty()) program = program->get_subcommands().front();
    return program;
}

std::string nameOf(const CLI::App* command) {
    return command->get_parent() == nullptr ? command->get_name() : nameOf(command->get_parent()) + " " + command->get_name();
}

std::string whatIsWrong(const CLI::App* program, const CLI::Error& error) {
    const CLI::App* command = chosenCommand(program);
    const std::string unexpected = listed(program->remaining(true), " ");
    if (command == program && error.get_name() == "RequiredError") {
        std::vector<std::string> names;
        for (const CLI::App* known : program->get_subcommands([](const CLI::App*) { return true; })) names.push_back(known->get_name());
        return (unexpected.empty() ? "no command is given" : "there is no command \"" + unexpected + "\"") +
               "; the commands are: " + listed(names, ", ");
    }
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
        return nameOf(command) + " does not know these arguments: " + unexpected;
    return error.what();
}

}  // namespace

std::string usageError(const CLI::App* program, const CLI::Error& error) {
    return "error: " + whatIsWrong(program, error) + "\n" + nameOf(chosenCommand(program)) + " --help lists what can be given.\n";
}

}  // namespace labelwright::cli
