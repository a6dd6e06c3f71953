#pragma once

#include <functional>
#include <thread>

namespace labelwright::cli {

/// Ctrl+C cancels instead of killing, for as long as this lives; a second one kills. One at a time. `cancel` is called on another thread.
class InterruptGuard {
public:
    explicit InterruptGuard(std::function<void()> cancel);
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

private:
    std::thread m_thread;
};

/// Call before any thread is made: SIGINT and SIGTERM are then only taken by the guard.
void blockInterrupts();
/// Whether a guard of this process was interrupted. What cannot be cancelled may have ended as if nothing had happened: ask before going
/// on.
bool interrupted() noexcept;

}  // namespace labelwright::cli
