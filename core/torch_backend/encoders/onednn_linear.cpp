#include "core/torch_backend/encoders/activation.h"
#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {
namespace {

// Schemas of aten/src/ATen/native/mkldnn/RegisterMkldnnOps.cpp; no header declares these operators.
using Scalars = c10::List<std::optional<at::Scalar>>;
using Reorder = at::Tensor(const at::Tensor&, std::optional<std::int64_t>);
using Pointwise = at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&, std::string_view, Scalars,
                             std::optional<std::string_view>);
using PointwiseBinary = at::Tensor(const at::Tensor&, const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&,
                                   std::string_view);

constexpr const char* reorderName = "mkldnn::_reorder_linear_weight";
constexpr const char* pointwiseName = "mkldnn::_linear_pointwise";

template <typename Signature>
c10::TypedOperatorHandle<Signature> operatorNamed(const char* name, const char* overload) {
    return c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).typed<Signature>();
}

class OneDnnLinear final : public LinearKernel {
public:
    OneDnnLinear(const ComputeDevice& where, const LinearWeights& weights, std::optional<Activation> activation)
        : m_pointwise(operatorNamed<Pointwise>(pointwiseName, "")),
          m_binary(operatorNamed<PointwiseBinary>(pointwiseName, "binary")),
          m_weight(operatorNamed<Reorder>(reorderName, "").call(weights.weight.to(where.activationType()).contiguous(), std::nullopt)),
          m_bias(weights.bias.to(where.activationType()).contiguous()),
          m_fused(activation ? fusedActivation(*activation) : FusedActivation{"none", ""}) {}

    at::Tensor apply(const at::Tensor& input) const override {
        return m_pointwise.call(input, m_weight, m_bias, m_fused.attribute, m_noScalars, m_fused.algorithm);
    }

    at::Tensor applyAdded(const at::Tensor& input, const at::Tensor& residual) const override {
        return m_binary.call(input, residual, m_weight, m_bias, "add");
    }

private:
    c10::TypedOperatorHandle<Pointwise> m_pointwise;
    c10::TypedOperatorHandle<PointwiseBinary> m_binary;
    at::Tensor m_weight;  // in oneDNN's blocked layout
    at::Tensor m_bias;
    FusedActivation m_fused;
    Scalars m_noScalars;
};

}  // namespace

std::unique_ptr<LinearKernel> detail::makeOneDnnLinear(const ComputeDevice& where, const LinearWeights& weights,
                                                       std::optional<Activation> activation) {
    return std::make_unique<OneDnnLinear>(where, weights, activation);
}

bool detail::oneDnnLinearAvailable() {
    try {
        // Throws where an operator is missing or has other arguments than this file was written for.
        operatorNamed<Reorder>(reorderName, "");
        operatorNamed<Pointwise>(pointwiseName, "");
        operatorNamed<PointwiseBinary>(pointwiseName, "binary");
        return true;
    } catch (const c10::Error&) {
        return false;
    }
}

}  // namespace labelwright
