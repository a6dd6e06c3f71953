#include "core/torch_backend/cpu_threads.h"

#include <omp.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>

#include "core/torch_backend/torch_headers.h"

namespace labelwright {

unsigned usualThreads(const CpuFeatures& features) {
    const char* wish = std::getenv("OMP_NUM_THREADS");
    const unsigned long number = wish == nullptr ? 0 : std::strtoul(wish, nullptr, 10);
    return number == 0 ? features.physicalCores : static_cast<unsigned>(std::min<unsigned long>(number, features.physicalCores));
}

void setThreads(unsigned threads) {
    static std::once_flag once;  // the pool between operators can be sized only once in a process; one thread uses it
    std::call_once(once, [] { at::set_num_interop_threads(1); });
    // More than OpenMP may start (OMP_THREAD_LIMIT), and oneDNN's products leave parts out: it counts on as many as were asked for.
    at::set_num_threads(std::min(static_cast<int>(threads), omp_get_thread_limit()));
}

}  // namespace labelwright
