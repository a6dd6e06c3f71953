#include <algorithm>
#include <cmath>

#include <ATen/ops/aminmax.h>
#include <ATen/ops/quantize_per_tensor.h>

#include "core/torch_backend/encoders/activation.h"
#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {
namespace {

using Prepack = at::Tensor(at::Tensor, std::optional<c10::List<std::int64_t>>);
constexpr const char* prepackName = "onednn::qlinear_prepack";
constexpr const char* pointwiseName = "onednn::qlinear_pointwise";

/// Inputs as bytes: value = (byte - zeroPoint)·scale.
struct QuantizedInput {
    at::Tensor values;  // quint8, kept for its memory
    at::Tensor bytes;   // the same memory as uint8
    double scale = 1;
    std::int64_t zeroPoint = 0;
};

/// One range for the whole input, zero included.
QuantizedInput quantized(const at::Tensor& input) {
    constexpr double levels = 255;
    const auto [least, most] = at::aminmax(input);
    const double low = std::min(0.0, least.item<double>());
    const double high = std::max(0.0, most.item<double>());
    QuantizedInput result;
    result.scale = std::max((high - low) / levels, 1e-12);
    result.zeroPoint = std::clamp<std::int64_t>(std::llround(-low / result.scale), 0, 255);
    result.values = at::quantize_per_tensor(input, result.scale, result.zeroPoint, at::kQUInt8);
    result.bytes = at::from_blob(result.values.mutable_data_ptr(), input.sizes(), at::kByte);
    return result;
}

class Int8Linear final : public LinearKernel {
public:
    Int8Linear(const LinearWeights& weights, std::optional<Activation> activation)
        : m_pointwise(c10::Dispatcher::singleton().findSchemaOrThrow(pointwiseName, "")),
          m_binary(c10::Dispatcher::singleton().findSchemaOrThrow(pointwiseName, "binary")),
          m_bias(weights.bias.contiguous()),
          m_fused(activation ? fusedActivation(*activation) : FusedActivation{"none", ""}) {
        constexpr double levels = 127;  // symmetric: zero points of weights are zero
        m_scales = weights.weight.abs().amax(1).div_(levels).clamp_min_(1e-12);
        m_zeroPoints = at::empty({weights.weight.size(0)}, at::kInt).zero_();
        const at::Tensor bytes = weights.weight.div(m_scales.unsqueeze(1)).round_().clamp_(-levels, levels).to(at::kChar);
        m_weight = c10::Dispatcher::singleton().findSchemaOrThrow(prepackName, "").typed<Prepack>().call(bytes, std::nullopt);
    }

    at::Tensor apply(const at::Tensor& input) const override {
        const QuantizedInput x = quantized(input);
        std::vector<c10::IValue> stack = inputsOf(x);
        stack.insert(stack.end(), {m_bias, 1.0, std::int64_t{0}, static_cast<std::int64_t>(at::kFloat), std::string(m_fused.attribute),
                                   m_noScalars, std::string(m_fused.algorithm)});
        m_pointwise.callBoxed(&stack);
        return stack.front().toTensor();
    }

    at::Tensor applyAdded(const at::Tensor& input, const at::Tensor& residual) const override {
        const QuantizedInput x = quantized(input);
        std::vector<c10::IValue> stack = inputsOf(x);
        stack.insert(stack.end(), {residual, m_bias, 1.0, std::int64_t{0}, static_cast<std::int64_t>(at::kFloat), 1.0, std::int64_t{0},
                                   std::string("add"), 1.0, std::string("none"), m_noScalars, std::string()});
        m_binary.callBoxed(&stack);
        return stack.front().toTensor();
    }

private:
    std::vector<c10::IValue> inputsOf(const QuantizedInput& x) const {
        return {x.bytes, x.scale, x.zeroPoint, m_weight, m_scales, m_zeroPoints};
    }

    c10::OperatorHandle m_pointwise;
    c10::OperatorHandle m_binary;
    at::Tensor m_weight;      // int8 in oneDNN's blocked layout
    at::Tensor m_scales;      // [N]
    at::Tensor m_zeroPoints;  // [N]
    at::Tensor m_bias;
    FusedActivation m_fused;
    c10::List<std::optional<at::Scalar>> m_noScalars;
};

}  // namespace

std::unique_ptr<LinearKernel> detail::makeInt8Linear(const ComputeDevice&, const LinearWeights& weights,
                                                     std::optional<Activation> activation) {
    return std::make_unique<Int8Linear>(weights, activation);
}

bool detail::int8LinearAvailable() {
    c10::Dispatcher& dispatcher = c10::Dispatcher::singleton();
    for (const auto& [name, overload] : {std::pair{prepackName, ""}, std::pair{pointwiseName, ""}, std::pair{pointwiseName, "binary"}}) {
        if (!dispatcher.findSchema({name, overload})) return false;
    }
    return true;
}

}  // namespace labelwright
