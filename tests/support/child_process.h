#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace labelwright::testing {

/// How far a child process came.
struct ChildOutcome {
    std::vector<std::uint64_t> reports;  ///< in order; one is here as soon as the child's report() has returned
    bool killed = false;                 ///< false: it ended by itself before its time was up
    int exitCode = 0;                    ///< of one that ended by itself
};

using Report = std::function<void(std::uint64_t)>;

/// A forked copy of this process that runs `work` and ends with the number it returns. It must touch no file or connection that was open
/// before. Start it while this process has one thread; end it with one of the two calls.
class ChildProcess {
public:
    explicit ChildProcess(const std::function<int(const Report&)>& work);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// To the running process, such as SIGINT.
    void signal(int number) const;
    /// Until it ends, a minute at most.
    ChildOutcome wait();
    /// SIGKILL `lifetime` after its first report.
    ChildOutcome killAfter(std::chrono::milliseconds lifetime);

private:
    int m_process;
    int m_reports;
};

/// How long a child takes that nobody disturbs: what random moments to kill one are drawn from, so that they fall into its work on every
/// machine and under every sanitizer.
std::chrono::milliseconds durationOf(const std::function<int(const Report&)>& work);

inline ChildOutcome runInChild(const std::function<int(const Report&)>& work) { return ChildProcess(work).wait(); }

}  // namespace labelwright::testing
