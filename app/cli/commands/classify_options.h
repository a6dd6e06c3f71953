#pragma once

#include <optional>
#include <string>

#include "core/domain/device.h"
#include "core/io/result_export.h"

namespace CLI {
class App;
}

namespace labelwright::cli {

/// The arguments of `classify`, as typed.
struct ClassifyOptions {
    std::string input;
    std::string output;
    std::optional<std::string> labels;  ///< one of these three is there
    std::optional<std::string> labelsFile;
    std::optional<std::string> preset;
    std::optional<std::string> textColumn;
    std::optional<std::string> sheet;
    std::optional<ExportFormat> format;
    std::string model = "auto";
    std::optional<std::string> hypothesisTemplate;
    std::string device = "auto";
    std::optional<std::string> cacheFile;
    std::optional<std::string> summaryFile;
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

/// Declares them; parsing fills `options`, which must outlive the parser.
void addClassifyOptions(CLI::App& command, ClassifyOptions& options);

Selection selectionOf(const ClassifyOptions& options);

}  // namespace labelwright::cli
