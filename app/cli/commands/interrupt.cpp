#include "app/cli/commands/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

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

}  // namespace

void blockInterrupts() {
    const sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

InterruptGuard::InterruptGuard(std::function<void()> cancel)
    : m_thread([cancel = std::move(cancel)] {
          const sigset_t set = interrupts();
          int signal = 0;
          sigwait(&set, &signal);
          if (signal == SIGUSR1) return;
          cancel();
          sigwait(&set, &signal);
          if (signal != SIGUSR1) _exit(128 + signal);
      }) {}

InterruptGuard::~InterruptGuard() {
    pthread_kill(m_thread.native_handle(), SIGUSR1);
    m_thread.join();
}

}  // namespace labelwright::cli
