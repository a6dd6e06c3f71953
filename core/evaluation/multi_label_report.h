#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/result.h"
#include "core/evaluation/label_columns.h"
#include "core/evaluation/label_figures.h"

namespace labelwright {

/// How good predictions of any number of labels a row are. Only rows with both gold and prediction count.
struct MultiLabelReport {
    std::uint64_t rows = 0;     ///< compared
    std::uint64_t exact = 0;    ///< exactly the gold labels, "none" included
    double subsetAccuracy = 0;  ///< exact / rows
    Interval subsetInterval;
    double hammingLoss = 0;  ///< share of the rows x K decisions that are wrong
    Figures samples;         ///< mean over rows of what each row's labels give; 0 for a row that divides by zero
    LabelFigureTable figures;
};

/// Any thread; some tens of milliseconds for a million rows. Equal to scikit-learn's accuracy_score, hamming_loss,
/// precision_recall_fscore_support and jaccard_score on indicator matrices [N, K] with zero_division=0, apart from
/// AveragedLabels::Occurring, which leaves out of the macro average what occurs nowhere. InvalidArgument if the lists do not fit each
/// other.
Result<MultiLabelReport> multiLabelReport(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount,
                                          const ReportOptions& options = {});

}  // namespace labelwright
