#include "core/torch_backend/encoders/activation.h"
#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {
namespace {

class LibraryLinear final : public LinearKernel {
public:
    LibraryLinear(const ComputeDevice& where, const LinearWeights& weights, std::optional<Activation> activation)
        : m_weight(weights.weight.to(where.device, where.activationType())),
          m_bias(weights.bias.to(where.device, where.activationType())),
          m_activation(activation),
          m_fusesActivation(!where.onCpu() && activation && exactInCublas(*activation)) {}

    at::Tensor apply(const at::Tensor& input) const override {
        if (m_fusesActivation) {
            const bool gelu = *m_activation != Activation::Relu;
            return at::_addmm_activation(m_bias, input, m_weight.t(), 1, 1, gelu);
        }
        at::Tensor output = at::linear(input, m_weight, m_bias);
        if (m_activation) activate(output, *m_activation);
        return output;
    }

    at::Tensor applyAdded(const at::Tensor& input, const at::Tensor& residual) const override {
        at::Tensor output = at::linear(input, m_weight, m_bias);
        return output.add_(residual);
    }

private:
    /// The GELU of cuBLASLt's epilogue is the tanh formula; erf models must not get it.
    static bool exactInCublas(Activation activation) noexcept {
        return activation == Activation::GeluNew || activation == Activation::GeluPytorchTanh || activation == Activation::Relu;
    }

    at::Tensor m_weight;
    at::Tensor m_bias;
    std::optional<Activation> m_activation;
    bool m_fusesActivation;
};

}  // namespace

std::unique_ptr<LinearKernel> detail::makeLibraryLinear(const ComputeDevice& where, const LinearWeights& weights,
                                                        std::optional<Activation> activation) {
    return std::make_unique<LibraryLinear>(where, weights, activation);
}

}  // namespace labelwright
