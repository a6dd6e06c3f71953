#pragma once

#include <optional>
#include <string>

#include "core/domain/device.h"
#include "core/io/result_export.h"
#include "core/labels/preset_store.h"

namespace labelwright::cli {

/// The arguments of `classify`, as typed.
struct ClassifyOptions {
    std::string input;
    std::string output;
    std::string labels;
    std::string labelsFile;
    std::string preset;
    std::string textColumn;
    std::string model = "auto";
    std::string hypothesisTemplate;
    std::string device = "auto";
    std::string cacheFile;
    std::string summaryFile;
    bool multi = false;
    bool noCache = false;
    bool noReducedPrecision = false;
    bool printTable = false;
    bool quiet = false;
    std::optional<float> threshold;
    std::optional<float> abstain;
    std::optional<float> temperature;
    ExportedScores scores = ExportedScores::None;
    Precision precision = Precision::Auto;
};

/// The label set that --labels, --labels-file or --preset name. The template: --template, else the preset's or file's, else the one the
/// model recommends (`recommendedTemplate`).
Result<LabelSet> labelSetOf(const ClassifyOptions& options, const PresetStore& presets, const std::string& recommendedTemplate);

Selection selectionOf(const ClassifyOptions& options);

}  // namespace labelwright::cli
