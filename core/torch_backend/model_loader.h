#pragma once

#include "core/checkpoint/model_config.h"
#include "core/inference/backend.h"
#include "core/torch_backend/compute_choice.h"

namespace labelwright {

/// Where a model will compute and how.
struct Placement {
    ComputeDevice where;
    ComputeChoice choice;
};

/// Weights, then their shapes and values, then the tokenizer, so that what is wrong with a file is said before what is missing beside it.
/// Nothing is computed with tensors that were not checked. Nothing is thrown.
Result<std::unique_ptr<Classifier>> loadModel(const LoadRequest& request, ModelConfig config, Placement placement);

}  // namespace labelwright
