#include "tests/support/child_process.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <stdexcept>

namespace labelwright::testing {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds patience{60'000};

[[noreturn]] void runChild(const std::function<int(const Report&)>& work, int pipeEnd) {
    int code = 99;
    try {
        code = work([pipeEnd](std::uint64_t value) {
            if (write(pipeEnd, &value, sizeof(value)) != sizeof(value)) _exit(98);
        });
    } catch (...) {
        code = 97;
    }
    _exit(code);
}

/// Reads one report; false at the end of the child's output or when `deadline` has passed.
bool readReport(int pipeEnd, Clock::time_point deadline, std::uint64_t& value) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{pipeEnd, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) return false;
    return read(pipeEnd, &value, sizeof(value)) == sizeof(value);
}

}  // namespace

ChildProcess::ChildProcess(const std::function<int(const Report&)>& work) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    m_process = fork();
    if (m_process < 0) throw std::runtime_error("cannot fork");
    if (m_process == 0) {
        close(ends[0]);
        runChild(work, ends[1]);
    }
    close(ends[1]);
    m_reports = ends[0];
}

std::chrono::milliseconds durationOf(const std::function<int(const Report&)>& work) {
    const auto start = Clock::now();
    runInChild(work);
    return std::chrono::ceil<std::chrono::milliseconds>(Clock::now() - start);
}

void ChildProcess::signal(int number) const { kill(m_process, number); }

ChildOutcome ChildProcess::wait() { return killAfter(patience); }

ChildOutcome ChildProcess::killAfter(std::chrono::milliseconds lifetime) {
    ChildOutcome outcome;
    std::uint64_t value = 0;
    Clock::time_point deadline = Clock::now() + patience;
    while (readReport(m_reports, deadline, value)) {
        if (outcome.reports.empty()) deadline = std::min(deadline, Clock::now() + lifetime);
        outcome.reports.push_back(value);
    }
    kill(m_process, SIGKILL);
    int status = 0;
    waitpid(m_process, &status, 0);
    // What was written before the kill still lies in the pipe.
    while (read(m_reports, &value, sizeof(value)) == sizeof(value)) outcome.reports.push_back(value);
    close(m_reports);
    outcome.killed = WIFSIGNALED(status);
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return outcome;
}

}  // namespace labelwright::testing
