#include "tests/cli/program.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace labelwright::testing {
namespace {

void sendTo(const std::filesystem::path& file, int stream) {
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (descriptor < 0 || dup2(descriptor, stream) < 0) _exit(96);
    close(descriptor);
}

/// Becomes the program; returns only if that fails.
int execute(Arguments words, const std::filesystem::path& folder, const std::filesystem::path& home) {
    if (chdir(folder.c_str()) != 0) return 95;
    setenv("HOME", home.c_str(), 1);
    setenv("LABELWRIGHT_HOME", (home / "labelwright").c_str(), 1);
    // One thread, so that tests beside this one do not wait for its cores; a test may ask for more.
    setenv("OMP_NUM_THREADS", "1", 0);
    for (const char* elsewhere : {"HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE", "XDG_CACHE_HOME"}) unsetenv(elsewhere);
    words.insert(words.begin(), "labelwright-cli");
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(LABELWRIGHT_CLI, pointers.data());
    return 94;
}

}  // namespace

Running::Running(const Arguments& arguments, const std::filesystem::path& folder, const std::filesystem::path& home,
                 std::filesystem::path printed, const std::filesystem::path& standardOutput)
    : m_printed(std::move(printed)), m_process([&](const Report&) {
          sendTo(standardOutput.empty() ? m_printed / "stdout" : standardOutput, STDOUT_FILENO);
          sendTo(m_printed / "stderr", STDERR_FILENO);
          return execute(arguments, folder, home);
      }) {}

Ended Running::wait() {
    const ChildOutcome outcome = m_process.wait();
    EXPECT_FALSE(outcome.killed) << "the program crashed or did not end: " << standardError();
    return {outcome.killed ? -1 : outcome.exitCode, readFile(m_printed / "stdout"), standardError()};
}

std::unique_ptr<Running> CliTest::start(const Arguments& arguments) {
    const std::filesystem::path printed = m_printed / std::to_string(m_started++);
    // Here, not in the child, so that they can be read at once.
    writeFile(printed / "stdout", "");
    writeFile(printed / "stderr", "");
    return std::make_unique<Running>(arguments, m_folder.path(), m_home.path(), printed, m_standardOutput);
}

Ended CliTest::run(const Arguments& arguments) { return start(arguments)->wait(); }

Ended CliTest::classify(const std::string& input, const Arguments& arguments) {
    Arguments all{"classify", input, "--device", "cpu", "--precision", "fp32"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return run(all);
}

std::vector<Json> CliTest::linesOf(const std::string& jsonLines) {
    std::vector<Json> rows;
    std::istringstream stream(jsonLines);
    for (std::string line; std::getline(stream, line);) rows.push_back(Json::parse(line));
    return rows;
}

std::vector<std::string> CliTest::files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path())) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<Json> field(const std::vector<Json>& rows, const std::string& name) {
    std::vector<Json> values;
    for (const Json& row : rows) values.push_back(row.at(name));
    return values;
}

std::string jsonLines(const std::vector<std::string>& texts) {
    std::string lines;
    for (std::size_t i = 0; i < texts.size(); ++i) lines += Json{{"id", std::to_string(i + 1)}, {"text", texts[i]}}.dump() + '\n';
    return lines;
}

}  // namespace labelwright::testing
