#include "core/torch_backend/cuda_driver.h"

#include <dlfcn.h>

#include <array>

namespace labelwright {
namespace {

/// A library opened for as long as the process lives: drivers do not survive being closed.
class DriverLibrary {
public:
    explicit DriverLibrary(const char* name) : m_handle(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}
    explicit operator bool() const noexcept { return m_handle != nullptr; }

    template <typename Function>
    Function* function(const char* name) const {
        return m_handle == nullptr ? nullptr : reinterpret_cast<Function*>(dlsym(m_handle, name));
    }

private:
    void* m_handle;
};

// Declared by hand as in cuda.h and nvml.h: both are stable C interfaces, and neither header is in Debian.
using CuInit = int(unsigned);
using CuDriverGetVersion = int(int*);
using CuDeviceGetCount = int(int*);
using CuDeviceGet = int(int*, int);
using CuDeviceGetName = int(char*, int, int);
using CuDeviceTotalMem = int(std::size_t*, int);
using CuDeviceGetAttribute = int(int*, int, int);
using CuDeviceGetPciBusId = int(char*, int, int);
constexpr int attributeCapabilityMajor = 75;
constexpr int attributeCapabilityMinor = 76;

struct NvmlMemory {
    unsigned long long total = 0;
    unsigned long long free = 0;
    unsigned long long used = 0;
};
using NvmlInit = int();
using NvmlHandleByBusId = int(const char*, void**);
using NvmlMemoryInfo = int(void*, NvmlMemory*);

void askFreeMemory(std::vector<CudaGpu>& gpus) {
    const DriverLibrary nvml("libnvidia-ml.so.1");
    auto* init = nvml.function<NvmlInit>("nvmlInit_v2");
    auto* byBusId = nvml.function<NvmlHandleByBusId>("nvmlDeviceGetHandleByPciBusId_v2");
    auto* memoryInfo = nvml.function<NvmlMemoryInfo>("nvmlDeviceGetMemoryInfo");
    if (init == nullptr || byBusId == nullptr || memoryInfo == nullptr || init() != 0) return;
    for (CudaGpu& gpu : gpus) {
        void* handle = nullptr;
        NvmlMemory memory;
        if (byBusId(gpu.busId.c_str(), &handle) == 0 && memoryInfo(handle, &memory) == 0) gpu.memoryFree = memory.free;
    }
}

CudaGpu askGpu(const DriverLibrary& cuda, int index) {
    CudaGpu gpu;
    int device = 0;
    auto* deviceOf = cuda.function<CuDeviceGet>("cuDeviceGet");
    if (deviceOf == nullptr || deviceOf(&device, index) != 0) return gpu;
    std::array<char, 256> text{};
    const int textSize = static_cast<int>(text.size());
    if (auto* name = cuda.function<CuDeviceGetName>("cuDeviceGetName"); name != nullptr && name(text.data(), textSize, device) == 0)
        gpu.name = text.data();
    if (auto* bus = cuda.function<CuDeviceGetPciBusId>("cuDeviceGetPCIBusId"); bus != nullptr && bus(text.data(), textSize, device) == 0)
        gpu.busId = text.data();
    std::size_t bytes = 0;
    if (auto* total = cuda.function<CuDeviceTotalMem>("cuDeviceTotalMem_v2"); total != nullptr && total(&bytes, device) == 0)
        gpu.memoryTotal = gpu.memoryFree = bytes;
    if (auto* attribute = cuda.function<CuDeviceGetAttribute>("cuDeviceGetAttribute")) {
        attribute(&gpu.capabilityMajor, attributeCapabilityMajor, device);
        attribute(&gpu.capabilityMinor, attributeCapabilityMinor, device);
    }
    return gpu;
}

}  // namespace

std::string CudaDriver::versionText() const { return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10); }

CudaDriver probeCudaDriver() {
    CudaDriver driver;
    const DriverLibrary cuda("libcuda.so.1");
    if (!cuda) return driver;
    auto* init = cuda.function<CuInit>("cuInit");
    auto* version = cuda.function<CuDriverGetVersion>("cuDriverGetVersion");
    auto* count = cuda.function<CuDeviceGetCount>("cuDeviceGetCount");
    if (init == nullptr || version == nullptr || count == nullptr || version(&driver.version) != 0) {
        driver.problem = "libcuda.so.1 is not NVIDIA's driver library";
        return driver;
    }
    if (const int code = init(0); code != 0) {
        driver.problem =
            "NVIDIA's driver does not start (CUDA error " + std::to_string(code) + "); restart the machine or reinstall the driver";
        return driver;
    }
    int gpus = 0;
    if (count(&gpus) != 0) gpus = 0;
    for (int index = 0; index < gpus; ++index) driver.gpus.push_back(askGpu(cuda, index));
    askFreeMemory(driver.gpus);
    if (driver.version < neededCudaVersion)
        driver.problem =
            "the NVIDIA driver knows CUDA " + driver.versionText() + ", this program needs CUDA 13.0: update the driver to 580 or newer";
    return driver;
}

}  // namespace labelwright
