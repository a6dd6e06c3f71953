#pragma once

#include <memory>

#include "core/torch_backend/families/loaded_model.h"

namespace labelwright {

/// NLI cross-encoder: every pair [CLS] text [SEP] hypothesis [SEP] is one sequence; roles of the columns as the config says.
/// Pairs that are too long lose tokens by longest_first, which is what ModelScope's pipeline does in effect (models.md 1.2) and what
/// Hugging Face's only_first does as long as the text is the longer part.
/// May throw; the loader stands at the border.
Result<std::unique_ptr<Classifier>> makeCrossEncoder(ModelSource source);

/// Tensors of body and head with the right shapes; resolves the roles of the columns.
Result<void> checkCrossEncoder(const Checkpoint& checkpoint, ModelConfig& config, const std::filesystem::path& folder);

}  // namespace labelwright
