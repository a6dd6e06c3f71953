#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/domain/device.h"
#include "core/torch_backend/cpu_features.h"
#include "core/torch_backend/cuda_driver.h"

namespace labelwright {

Device cpuDevice(const CpuFeatures& features);
/// Cards the driver lists, and where there is a driver that lists none or does not start, one entry that says so.
/// `partProblem`: why the CUDA part cannot be used; empty if it can or was not tried.
std::vector<Device> cudaDevices(const CudaDriver& driver, const std::string& partProblem);

}  // namespace labelwright
