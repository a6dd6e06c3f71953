#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/inference/backend.h"

namespace labelwright {

/// What fp32 computes with on the CPU.
enum class CpuKernels {
    Measured,  ///< the matrix products that a short measurement at load finds faster; own attention where the processor has AVX-512
    Library,   ///< MKL and attention as libtorch calls them
    Packed,    ///< oneDNN on weights reordered once; own attention
};

struct TorchBackendOptions {
    unsigned threads = 0;  ///< for matrix products on the CPU; 0: OMP_NUM_THREADS if set, else one per physical core this process may use
    CpuKernels cpuKernels = CpuKernels::Measured;  ///< fixed only to compare them
    std::filesystem::path speedsFile;              ///< keeps what was measured for the next start; empty: every start measures
    /// Folders that may hold liblabelwright_cuda.so, in order. Empty: the program's folder, ../lib and ../lib/labelwright beside it.
    std::vector<std::filesystem::path> cudaPartFolders;
    /// Fault injection for tests: a forward pass over more tokens than this runs out of memory. 0: off.
    std::uint64_t failForwardAboveTokens = 0;
};

/// BERT and StructBERT through libtorch: bi-encoders and NLI cross-encoders on CPUs and, where an NVIDIA driver answers, GPUs.
/// The backend and what it loads may be made on any thread; load() and what it returns are used on one thread at a time (the worker's).
/// Nothing here throws. The number of threads is a setting of the process: the latest backend decides. On machines that are busy with other
/// things OMP_WAIT_POLICY=passive in the environment keeps those threads from spinning; it is read before main().
std::unique_ptr<Backend> makeTorchBackend(TorchBackendOptions options = {});

}  // namespace labelwright
