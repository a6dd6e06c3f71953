#pragma once

#include "core/torch_backend/cpu_features.h"

namespace labelwright {

/// OMP_NUM_THREADS, where somebody set it; else one thread for each physical core.
unsigned usualThreads(const CpuFeatures& features);

/// How many threads multiply; a setting of the process.
void setThreads(unsigned threads);

}  // namespace labelwright
