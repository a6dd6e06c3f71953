#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/domain/device.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

class CudaPart;

/// Where a loaded model computes and in what precision. A value; shared by everything the model consists of.
struct ComputeDevice {
    std::string id = "cpu";
    at::Device device = at::kCPU;
    Precision precision = Precision::Fp32;
    std::shared_ptr<CudaPart> cuda;            ///< null on the CPU
    std::uint64_t failForwardAboveTokens = 0;  ///< TorchBackendOptions

    bool onCpu() const noexcept { return device.is_cpu(); }
    /// Of activations between layers; int8 quantises inside its matrix products and keeps fp32 elsewhere.
    at::ScalarType activationType() const noexcept {
        if (precision == Precision::Bf16) return at::kBFloat16;
        return precision == Precision::Fp16 ? at::kHalf : at::kFloat;
    }
};

/// For the handlers of the folder's border: the exception in flight as an error. Gives cached device memory back if it ran out.
Error errorOfCurrentException(const ComputeDevice& where);

/// Runs `work` (which gives a Result) in inference mode and turns whatever it throws into an error. Its tensors are gone by then.
template <typename Work>
auto insideBorder(const ComputeDevice& where, Work&& work) -> decltype(work()) {
    try {
        const c10::InferenceMode inference;
        at::init_num_threads();  // per thread: oneDNN and MKL ask OpenMP, not ATen
        return work();
    } catch (...) {
        return errorOfCurrentException(where);
    }
}

}  // namespace labelwright
