#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/torch_backend/cuda/cuda_interface.h"

namespace labelwright {

/// The loaded and started CUDA part. Never unloaded: libtorch's registrations refer to it. Load it before anything asks libtorch about
/// CUDA, or CUDA stays off for the life of the process. Worker thread.
class CudaPart {
public:
    /// DeviceUnavailable with the reason if the library is missing or does not start.
    static Result<std::shared_ptr<CudaPart>> load(const std::vector<std::filesystem::path>& folders);
    /// Where load() would find the library; empty if nowhere.
    static std::filesystem::path find(const std::vector<std::filesystem::path>& folders);

    std::uint64_t freeMemory(int device) const;  ///< bytes; 0 if unknown
    void emptyCache() const;

private:
    CudaPart() = default;
    cuda_interface::Memory* m_memory = nullptr;
    cuda_interface::EmptyCache* m_emptyCache = nullptr;
};

}  // namespace labelwright
