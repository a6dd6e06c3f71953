#include "app/cli/commands/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <string_view>
#include <utility>

namespace labelwright::cli {
namespace {

sigset_t interrupts() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGUSR1);  // ends the guard
    return set;
}

std::atomic<bool> wasInterrupted = false;

void sayThatItStops() {
    constexpr std::string_view words = "\nstopping after what is under way; interrupt again to end at once\n";
    (void)!write(STDERR_FILENO, words.data(), words.size());
}

}  // namespace

void blockInterrupts() {
    const sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

bool interrupted() noexcept { return wasInterrupted; }

InterruptGuard::InterruptGuard(std::function<void()> cancel)
    : m_thread([cancel = std::move(cancel)] {
          const sigset_t set = interrupts();
          int signal = 0;
          sigwait(&set, &signal);
          if (signal == SIGUSR1) return;
          wasInterrupted = true;
          sayThatItStops();
          cancel();
          sigwait(&set, &signal);
          if (signal != SIGUSR1) _exit(128 + signal);
      }) {}

InterruptGuard::~InterruptGuard() {
    pthread_kill(m_thread.native_handle(), SIGUSR1);
    m_thread.join();
}

}  // namespace labelwright::cli
