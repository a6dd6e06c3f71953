#include <ATen/Context.h>
#include <c10/core/AllocatorConfig.h>
#include <c10/core/CachingDeviceAllocator.h>

#include <string>

#include "core/torch_backend/cuda/cuda_interface.h"

// Only device-agnostic headers of libtorch, so that no CUDA toolkit is needed to build this.
namespace {

void startCuda() {
    // Before the first allocation: lets the allocator grow blocks instead of fragmenting the card.
    c10::CachingAllocator::setAllocatorSettings("expandable_segments:True");
    at::Context& context = at::globalContext();
    context.lazyInitDevice(c10::DeviceType::CUDA);
    // cuDNN's attention builds a plan for every new shape, half a second each; flash and memory-efficient kernels do not.
    context.setSDPUseCuDNN(false);
    // fp32 means fp32; TF32 has bf16-like ten bits of mantissa.
    context.setFloat32MatmulPrecision("highest");
    context.setAllowTF32CuDNN(false);
}

}  // namespace

#define LABELWRIGHT_EXPORT extern "C" __attribute__((visibility("default")))

LABELWRIGHT_EXPORT int labelwrightCudaVersion() { return labelwright::cuda_interface::version; }

LABELWRIGHT_EXPORT const char* labelwrightCudaStart() {
    static std::string problem;
    try {
        startCuda();
        return nullptr;
    } catch (const c10::Error& error) {
        problem = error.what_without_backtrace();
    } catch (const std::exception& error) {
        problem = error.what();
    }
    return problem.c_str();
}

LABELWRIGHT_EXPORT bool labelwrightCudaMemory(int device, std::uint64_t* freeBytes, std::uint64_t* totalBytes) {
    try {
        const auto index = static_cast<c10::DeviceIndex>(device);
        c10::DeviceAllocator* allocator = c10::getDeviceAllocator(c10::DeviceType::CUDA);
        const auto [driverFree, total] = allocator->getMemoryInfo(index);
        const auto stats = allocator->getDeviceStats(index);
        constexpr std::size_t aggregate = 0;  // StatType::AGGREGATE
        const std::int64_t reserve = stats.reserved_bytes[aggregate].current - stats.allocated_bytes[aggregate].current;
        *freeBytes = driverFree + static_cast<std::uint64_t>(reserve > 0 ? reserve : 0);
        *totalBytes = total;
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

LABELWRIGHT_EXPORT void labelwrightCudaEmptyCache() {
    try {
        c10::getDeviceAllocator(c10::DeviceType::CUDA)->emptyCache();
    } catch (const std::exception&) {
        // Nothing cached, nothing given back; the caller is already handling a lack of memory.
        return;
    }
}
