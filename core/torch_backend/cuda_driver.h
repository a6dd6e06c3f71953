#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace labelwright {

struct CudaGpu {
    std::string name;
    std::string busId;  ///< "0000:01:00.0"
    std::uint64_t memoryTotal = 0;
    std::uint64_t memoryFree = 0;  ///< memoryTotal where NVML does not say
    int capabilityMajor = 0;
    int capabilityMinor = 0;

    int capability() const noexcept { return capabilityMajor * 10 + capabilityMinor; }
};

/// What NVIDIA's driver says, asked through libcuda.so.1 without loading any part of CUDA or libtorch_cuda.
struct CudaDriver {
    int version = 0;            ///< 13000 for CUDA 13.0; 0: no driver
    std::vector<CudaGpu> gpus;  ///< in the driver's order, CUDA_VISIBLE_DEVICES respected
    std::string problem;        ///< why it cannot be used; empty: usable, or there is simply none

    bool present() const noexcept { return version > 0; }
    std::string versionText() const;  ///< "13.0"
};

/// Any thread. The first call may take some hundred milliseconds where a driver is installed.
CudaDriver probeCudaDriver();

/// What the CUDA part of the pinned libtorch needs.
constexpr int neededCudaVersion = 13000;
constexpr int neededCapability = 75;

}  // namespace labelwright
