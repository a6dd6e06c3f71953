#pragma once

#include <string>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace labelwright::cli {

/// What is wrong with the arguments and which --help tells more, for CLI::App::failure_message.
std::string usageError(const CLI::App* program, const CLI::Error& error);

}  // namespace labelwright::cli
