#pragma once

#include <cstdint>
#include <string>

#include "core/torch_backend/cpu_features.h"

namespace labelwright {

/// Rates of matrix products on this processor, GFLOP/s; 0: not available. Which library is fastest differs by a factor of three between
/// makers and generations, so it is measured, not guessed.
struct KernelSpeeds {
    double libraryFp32 = 0;
    double packedFp32 = 0;
    double packedBf16 = 0;
    bool disturbed = false;  ///< other programs took much of the time: good for now, not to be kept

    double bestFp32() const noexcept { return packedFp32 > libraryFp32 ? packedFp32 : libraryFp32; }
    std::string words() const;  ///< "oneDNN packed fp32 224, MKL fp32 190, oneDNN packed bf16 441 GFLOP/s"
};

/// Multiplies the two feed-forward shapes of a layer for some tens of milliseconds, interleaved, and takes the best time of each.
KernelSpeeds measureKernels(const CpuFeatures& features, std::int64_t hidden, std::int64_t intermediate);

}  // namespace labelwright
