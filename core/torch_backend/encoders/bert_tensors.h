#pragma once

#include <string>
#include <string_view>

#include "core/checkpoint/checkpoint.h"
#include "core/torch_backend/encoders/linear_kernel.h"

namespace labelwright {

struct NormWeights {
    at::Tensor scale;
    at::Tensor shift;
};

/// Whether the checkpoint has every tensor of a BERT body with the shapes that its config promises. Names as in checkpoint.h.
Result<void> checkBertBody(const Checkpoint& checkpoint, const ModelConfig& config);
/// dense and bias of a linear layer.
Result<void> checkLinear(const Checkpoint& checkpoint, const std::string& name, std::int64_t outputs, std::int64_t inputs);

/// A copy in fp32 on the CPU. The tensor must have been checked for.
at::Tensor readTensor(const Checkpoint& checkpoint, const std::string& name);
LinearWeights readLinear(const Checkpoint& checkpoint, const std::string& name);
NormWeights readNorm(const Checkpoint& checkpoint, const std::string& name);

std::string layerName(std::uint32_t layer);  ///< "encoder.layer.0."

}  // namespace labelwright
