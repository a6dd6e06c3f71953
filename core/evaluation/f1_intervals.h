#pragma once

#include <cstddef>

#include "core/base/result.h"
#include "core/evaluation/confidence_interval.h"
#include "core/evaluation/label_columns.h"

namespace labelwright {

/// Between what bounds micro- and macro-averaged F1 lie. Averages over labels are no proportions, so Wilson's interval does not apply.
struct F1Intervals {
    Interval micro;
    Interval macro;  ///< over the labels that are gold or predicted somewhere
};

inline constexpr std::size_t usualReplicates = 1000;

/// Percentile bootstrap (Efron 1979) over rows: draws as many rows with replacement `replicates` times and takes the quantiles of what
/// comes out. The same rows give the same bounds. [0, 1] without rows that have both gold and prediction. Any thread; draws counts of equal
/// rows, so that time grows with the different answers, not with the rows: tenths of a second. InvalidArgument if the lists do not fit each
/// other.
Result<F1Intervals> f1Intervals(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount, double level = usualLevel,
                                std::size_t replicates = usualReplicates);

}  // namespace labelwright
