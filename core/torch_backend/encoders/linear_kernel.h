#pragma once

#include <memory>
#include <optional>

#include "core/checkpoint/model_config.h"
#include "core/torch_backend/compute_device.h"

namespace labelwright {

/// W [N, K] and b [N] as the checkpoint has them, fp32 on the CPU.
struct LinearWeights {
    at::Tensor weight;
    at::Tensor bias;
};

/// One linear layer in the form that its device multiplies fastest. Immutable; sizes: input [M, K], contiguous; output [M, N].
class LinearKernel {
public:
    virtual ~LinearKernel() = default;
    LinearKernel() = default;
    LinearKernel(const LinearKernel&) = delete;
    LinearKernel& operator=(const LinearKernel&) = delete;

    /// activation(x·Wᵀ + b), where one was given; else x·Wᵀ + b.
    virtual at::Tensor apply(const at::Tensor& input) const = 0;
    /// x·Wᵀ + b + residual [M, N], without activation.
    virtual at::Tensor applyAdded(const at::Tensor& input, const at::Tensor& residual) const = 0;
};

enum class LinearKind {
    Library,       ///< at::linear: MKL on CPUs, cuBLAS on GPUs
    OneDnnPacked,  ///< weights reordered once for oneDNN, activation and residual fused; CPU, fp32 and bf16
    OneDnnInt8,    ///< weights int8 by output channel, inputs quantised on the fly; CPU
};

std::unique_ptr<LinearKernel> makeLinear(LinearKind kind, const ComputeDevice& where, const LinearWeights& weights,
                                         std::optional<Activation> activation = std::nullopt);

/// Whether this libtorch has the operators behind a kind.
bool linearKindAvailable(LinearKind kind);

namespace detail {
std::unique_ptr<LinearKernel> makeLibraryLinear(const ComputeDevice& where, const LinearWeights& weights,
                                                std::optional<Activation> activation);
std::unique_ptr<LinearKernel> makeOneDnnLinear(const ComputeDevice& where, const LinearWeights& weights,
                                               std::optional<Activation> activation);
std::unique_ptr<LinearKernel> makeInt8Linear(const ComputeDevice& where, const LinearWeights& weights,
                                             std::optional<Activation> activation);
bool oneDnnLinearAvailable();
bool int8LinearAvailable();
}  // namespace detail

}  // namespace labelwright
