#pragma once

#include <memory>

#include "core/torch_backend/families/loaded_model.h"

namespace labelwright {

/// Bi-encoder: texts and hypotheses are embedded one by one (unit vectors, models.md 8); a logit is their cosine. Labels cost one forward
/// pass each when a session opens, and none if the store knows them; texts cost one each, whatever the number of labels.
/// May throw; the loader stands at the border.
Result<std::unique_ptr<Classifier>> makeBiEncoder(ModelSource source);

/// Tensors of the body with the right shapes.
Result<void> checkBiEncoder(const Checkpoint& checkpoint, const ModelConfig& config);

}  // namespace labelwright
