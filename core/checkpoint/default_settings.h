#pragma once

#include <filesystem>
#include <string>

#include "core/checkpoint/model_config.h"

namespace labelwright {

/// What a folder without labelwright.json gets.
/// Temperature: 0.01 for bge, at which its authors trained it (models.md 8); 0.05, the usual one of contrastive sentence encoders such as
/// all-MiniLM, for the rest.
float defaultTemperature(const std::filesystem::path& modelFolder);
/// Pooling without 1_Pooling: CLS for bge and gte (models.md 8), else the mean, as sentence-transformers does.
Pooling defaultPooling(const std::filesystem::path& modelFolder);
/// "This example is {}." (Hugging Face's pipeline) for an English cross-encoder, "{}" (ModelScope's) for the rest.
std::string defaultTemplate(const ModelConfig& config);

}  // namespace labelwright
