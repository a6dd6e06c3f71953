#pragma once

#include "app/cli/commands/classify_options.h"
#include "core/labels/preset_store.h"

namespace labelwright::cli {

/// The label set that --labels, --labels-file or --preset name. The template: --template, else the preset's or file's, else the one the
/// model recommends (`recommendedTemplate`). Errors name the option or the file.
Result<LabelSet> labelSetOf(const ClassifyOptions& options, const PresetStore& presets, const std::string& recommendedTemplate);

}  // namespace labelwright::cli
