#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace labelwright::cli {

struct EvaluateOptions {
    std::string input;
    std::string gold;
    std::optional<std::string> goldFile;
    std::optional<std::string> prediction;
    std::optional<std::string> id;
    std::optional<std::string> otherRun;
    bool several = false;
    std::optional<float> abstain;
    std::optional<std::uint64_t> population;
    std::optional<std::string> output;
    std::optional<std::string> confusion;
    bool quiet = false;
};

void addEvaluateOptions(CLI::App& command, EvaluateOptions& options);

}  // namespace labelwright::cli
