#pragma once

#include <cstdint>

/// The C functions of liblabelwright_cuda.so. The engine core finds them with dlsym and never links against CUDA; loading the library pulls
/// libtorch_cuda in, which registers its kernels. Worker thread.
namespace labelwright::cuda_interface {

constexpr int version = 1;  ///< raised with every change of these functions
constexpr const char* libraryName = "liblabelwright_cuda.so";

using Version = int();
/// Starts CUDA and sets what libtorch shall do on it. Null, or why it failed (text that lives as long as the process).
using Start = const char*();
/// Free and total bytes of a device, memory that the allocator holds in reserve counted as free. False if unknown.
using Memory = bool(int device, std::uint64_t* freeBytes, std::uint64_t* totalBytes);
/// Gives reserved but unused memory back to the driver.
using EmptyCache = void();

constexpr const char* versionName = "labelwrightCudaVersion";
constexpr const char* startName = "labelwrightCudaStart";
constexpr const char* memoryName = "labelwrightCudaMemory";
constexpr const char* emptyCacheName = "labelwrightCudaEmptyCache";

}  // namespace labelwright::cuda_interface
