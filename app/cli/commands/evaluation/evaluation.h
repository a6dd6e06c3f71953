#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

#include "app/cli/commands/evaluation/evaluate_input.h"
#include "app/cli/commands/evaluation/score_figures.h"
#include "core/evaluation/classification_report.h"
#include "core/evaluation/confusion_matrix.h"
#include "core/evaluation/coverage_curve.h"
#include "core/evaluation/multi_label_report.h"
#include "core/evaluation/run_comparison.h"
#include "core/evaluation/sample_estimate.h"

namespace labelwright::cli {

/// Every figure of one call of `evaluate`; nothing where the files do not tell.
struct Evaluation {
    std::uint64_t rows = 0;         ///< of INPUT
    std::uint64_t withoutGold = 0;  ///< of them
    std::optional<ClassificationReport> single;
    std::optional<ConfusionMatrix> confusion;  ///< one label a row
    std::optional<MultiLabelReport> several;
    std::optional<CoverageCurve> coverage;
    std::optional<CoveragePoint> abstaining;  ///< what --abstain would do
    std::optional<Reliability> reliability;   ///< of the surest label, or of every label where a row has any number
    std::optional<ScoreFigures> scores;
    std::optional<SampleEstimate> estimate;
    std::uint64_t population = 0;  ///< of the estimate
    std::optional<RunComparison> comparison;

    std::uint64_t compared() const { return rows - withoutGold; }
    std::uint64_t correct() const { return single ? single->correct : several->exact; }
};

/// FileMalformed if no row has gold, Cancelled if stopped.
Result<Evaluation> evaluationOf(const EvaluateInput& input, const EvaluateOptions& options, const std::stop_token& stop);

}  // namespace labelwright::cli
