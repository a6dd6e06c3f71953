#pragma once

#include <string>
#include <vector>

#include "core/inference/backend.h"
#include "core/torch_backend/cuda_driver.h"
#include "core/torch_backend/encoders/encoder_layer.h"
#include "core/torch_backend/kernel_speeds.h"

namespace labelwright {

/// In what precision and with which kernels a model computes, and why.
struct ComputeChoice {
    Precision precision = Precision::Fp32;
    EncoderKernels kernels;
    std::string kernel;              ///< for the status bar
    std::vector<std::string> notes;  ///< for the user
};

/// PrecisionUnavailable with the reason for what this processor cannot do well; "auto" takes bf16 only if the processor multiplies it
/// natively, it was measured faster and the request allows it.
Result<ComputeChoice> chooseOnCpu(const LoadRequest& request, const CpuFeatures& features, const KernelSpeeds& speeds);
/// Whether chooseOnCpu would refuse, before anything is measured.
Result<void> checkCpuPrecision(Precision precision, const CpuFeatures& features);

/// "auto" takes fp16 (ten bits of mantissa against seven of bf16).
Result<ComputeChoice> chooseOnCuda(const LoadRequest& request, const std::string& device, const CudaGpu& gpu);

std::vector<Precision> cpuPrecisions(const CpuFeatures& features);
std::vector<Precision> cudaPrecisions(const CudaGpu& gpu);

}  // namespace labelwright
