#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/result.h"
#include "core/evaluation/label_columns.h"
#include "core/evaluation/label_figures.h"

namespace labelwright {

/// How good predictions of one label a row are. Only rows with both gold and prediction count.
struct ClassificationReport {
    std::uint64_t rows = 0;      ///< compared
    std::uint64_t answered = 0;  ///< predicted a label
    std::uint64_t correct = 0;   ///< gold and prediction equal, "none" on both sides included
    std::uint64_t answeredCorrect = 0;
    double accuracy = 0;  ///< correct / rows: where the model abstained from a label it was wrong
    Interval accuracyInterval;
    double coverage = 0;          ///< answered / rows
    double answeredAccuracy = 0;  ///< answeredCorrect / answered
    Interval answeredInterval;
    LabelFigureTable figures;  ///< "none" is no label of it
};

/// Any thread; a few milliseconds for a million rows. Equal to scikit-learn's accuracy_score and precision_recall_fscore_support with
/// zero_division=0 and `labels` the label set. Columns [N] as in label_columns.h; InvalidArgument if they do not fit each other.
Result<ClassificationReport> classificationReport(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                                  std::size_t labelCount, const ReportOptions& options = {});

}  // namespace labelwright
