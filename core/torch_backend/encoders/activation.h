#pragma once

#include "core/checkpoint/model_config.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

/// In place. gelu_new and gelu_pytorch_tanh are the same formula: 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))).
void activate(at::Tensor& values, Activation activation);

/// How oneDNN's fused operators name an activation: attribute and algorithm.
struct FusedActivation {
    const char* attribute;
    const char* algorithm;
};
FusedActivation fusedActivation(Activation activation) noexcept;

}  // namespace labelwright
