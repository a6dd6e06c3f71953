#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/domain/score_table.h"
#include "core/evaluation/classification_report.h"
#include "core/evaluation/confusion_matrix.h"
#include "core/evaluation/coverage_curve.h"
#include "core/evaluation/f1_intervals.h"
#include "core/evaluation/multi_label_report.h"
#include "core/evaluation/predictions.h"
#include "core/evaluation/reliability.h"
#include "ui/evaluation/truth.h"

namespace labelwright::ui {

/// What is evaluated, as values that the GUI thread no longer touches.
struct EvaluationTask {
    std::shared_ptr<const Dataset> dataset;
    LabelSet labels;
    Selection selection;
    ScoreTable scores;    ///< a snapshot
    ReviewTable reviews;  ///< a snapshot
    TruthSource truth;
};

/// What the answers shown are worth against the right labels. Immutable.
struct Evaluation {
    LabelSet labels;  ///< [K], what label numbers mean
    Selection selection;
    Truth truth;
    Predictions predictions;
    std::uint64_t texts = 0;
    std::uint64_t compared = 0;
    std::optional<ClassificationReport> single;  ///< one label a text
    std::optional<MultiLabelReport> several;     ///< any number
    ConfusionMatrix confusion;
    F1Intervals intervals;
    std::size_t models = 0;  ///< that labeled the compared texts

    std::uint64_t correct() const { return single ? single->correct : several->exact; }
    double accuracy() const { return single ? single->accuracy : several->subsetAccuracy; }
    Interval accuracyInterval() const { return single ? single->accuracyInterval : several->subsetInterval; }
    const LabelFigureTable& figures() const { return single ? single->figures : several->figures; }
    /// Texts in a cell of the confusion matrix, ascending.
    std::vector<std::uint32_t> rowsOf(std::uint32_t gold, std::uint32_t predicted) const;
    /// Texts that have this label rightly but were not given it, or the other way round.
    std::vector<std::uint32_t> errorsOf(std::uint32_t label) const;
};

/// Any thread. Cancelled if stopped.
Result<std::shared_ptr<const Evaluation>> evaluate(const EvaluationTask& task, std::stop_token stop);

/// Accuracy against the share of texts answered.
CoverageCurve coverageOf(const Evaluation& evaluation);
/// Of the most probable label, or of every label's probability where a text may have several.
Reliability reliabilityOf(const EvaluationTask& task, const Evaluation& evaluation);

}  // namespace labelwright::ui
