#include "core/torch_backend/device_list.h"

#include "core/torch_backend/compute_choice.h"

namespace labelwright {
namespace {

Device cudaDevice(const CudaDriver& driver, std::size_t index, const std::string& partProblem) {
    const CudaGpu& gpu = driver.gpus[index];
    const std::string capability = std::to_string(gpu.capabilityMajor) + "." + std::to_string(gpu.capabilityMinor);
    Device device;
    device.id = "cuda:" + std::to_string(index);
    device.name = gpu.name;
    device.memoryTotal = gpu.memoryTotal;
    device.memoryFree = gpu.memoryFree;
    device.detail = "CUDA " + driver.versionText() + ", compute capability " + capability;
    if (!driver.problem.empty()) {
        device.problem = driver.problem;
    } else if (gpu.capability() < neededCapability) {
        device.problem = "compute capability " + capability + "; 7.5 or newer is needed";
    } else {
        device.problem = partProblem;
    }
    device.usable = device.problem.empty();
    device.precisions = cudaPrecisions(gpu);
    return device;
}

}  // namespace

Device cpuDevice(const CpuFeatures& features) {
    const SystemMemory memory = systemMemory();
    Device device;
    device.id = "cpu";
    device.name = features.name;
    device.memoryTotal = memory.total;
    device.memoryFree = memory.available;
    device.precisions = cpuPrecisions(features);
    device.detail = std::to_string(features.physicalCores) + (features.physicalCores == 1 ? " core" : " cores");
    if (const std::string sets = features.instructionSets(); !sets.empty()) device.detail += ", " + sets;
    return device;
}

std::vector<Device> cudaDevices(const CudaDriver& driver, const std::string& partProblem) {
    std::vector<Device> devices;
    for (std::size_t index = 0; index < driver.gpus.size(); ++index) devices.push_back(cudaDevice(driver, index, partProblem));
    if (devices.empty() && driver.present()) {
        Device device;
        device.id = "cuda:0";
        device.name = "NVIDIA GPU";
        device.usable = false;
        device.problem = driver.problem.empty() ? "the NVIDIA driver lists no card" : driver.problem;
        device.detail = "CUDA " + driver.versionText();
        devices.push_back(device);
    }
    return devices;
}

}  // namespace labelwright
