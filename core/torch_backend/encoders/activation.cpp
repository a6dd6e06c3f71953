#include "core/torch_backend/encoders/activation.h"

namespace labelwright {

void activate(at::Tensor& values, Activation activation) {
    switch (activation) {
        case Activation::Gelu: at::gelu_(values, "none"); break;
        case Activation::GeluNew:
        case Activation::GeluPytorchTanh: at::gelu_(values, "tanh"); break;
        case Activation::Relu: at::relu_(values); break;
        case Activation::Silu: at::silu_(values); break;
    }
}

FusedActivation fusedActivation(Activation activation) noexcept {
    switch (activation) {
        case Activation::Gelu: return {"gelu", "none"};
        case Activation::GeluNew:
        case Activation::GeluPytorchTanh: return {"gelu", "tanh"};
        case Activation::Relu: return {"relu", ""};
        case Activation::Silu: break;
    }
    return {"swish", ""};
}

}  // namespace labelwright
