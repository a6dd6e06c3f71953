#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {

using Json = nlohmann::ordered_json;
using Arguments = std::vector<std::string>;

/// The exit codes of --help, written again: scripts rely on these numbers.
constexpr int done = 0;
constexpr int wrongUsage = 2;
constexpr int unreadableInput = 3;
constexpr int wrongModel = 4;
constexpr int noDevice = 5;
constexpr int unwritableOutput = 6;
constexpr int interruptedRun = 130;

struct Ended {
    int exitCode = -1;
    std::string output;  ///< standard output
    std::string errors;  ///< standard error
};

/// A started labelwright-cli.
class Running {
public:
    /// With its working folder, home, a folder for what it prints, and where standard output goes if not there.
    Running(const Arguments& arguments, const std::filesystem::path& folder, const std::filesystem::path& home,
            std::filesystem::path printed, const std::filesystem::path& standardOutput);
    std::string standardError() const { return readFile(m_printed / "stderr"); }
    void signal(int number) const { m_process.signal(number); }
    Ended wait();

private:
    std::filesystem::path m_printed;
    ChildProcess m_process;
};

/// labelwright-cli as it was built, in an empty folder with a home of its own, so that it sees no model, cache or preset of the user.
class CliTest : public ::testing::Test {
protected:
    Ended run(const Arguments& arguments);
    /// `classify IN` with fp32 on the CPU and these arguments.
    Ended classify(const std::string& input, const Arguments& arguments);

    std::unique_ptr<Running> start(const Arguments& arguments);

    void write(const std::string& name, const std::string& bytes) const { writeFile(m_folder / name, bytes); }
    std::string read(const std::string& name) const { return readFile(m_folder / name); }
    Json json(const std::string& name) const { return Json::parse(read(name)); }
    std::vector<Json> lines(const std::string& name) const { return linesOf(read(name)); }
    static std::vector<Json> linesOf(const std::string& jsonLines);
    /// Names of what lies in the folder.
    std::vector<std::string> files() const;

    static std::string parityModel(const std::string& name) { return (fixtures() / "models/parity" / name).string(); }
    static std::string crossEncoder() { return parityModel("hf_nli_safetensors"); }
    static Json parity(const std::string& name) { return Json::parse(readFile(fixtures() / "parity" / ("parity_" + name + ".json"))); }

    /// Where the program keeps presets and the like.
    std::filesystem::path data() const { return m_home / "labelwright/data"; }

    TemporaryFolder m_folder;                ///< the program's working folder
    std::filesystem::path m_standardOutput;  ///< if not empty, standard output goes there instead of into `Ended`

private:
    TemporaryFolder m_home;
    TemporaryFolder m_printed;
    unsigned m_started = 0;
};

/// One field of every row.
std::vector<Json> field(const std::vector<Json>& rows, const std::string& name);
/// One text a line, as JSON Lines with the ids 1, 2, …
std::string jsonLines(const std::vector<std::string>& texts);

}  // namespace labelwright::testing
