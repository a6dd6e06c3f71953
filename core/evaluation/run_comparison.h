#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/evaluation/confidence_interval.h"
#include "core/evaluation/label_columns.h"
#include "core/evaluation/mcnemar.h"

namespace labelwright {

/// Two runs against the gold of the rows that have it.
struct GoldComparison {
    std::uint64_t rows = 0;
    std::uint64_t firstCorrect = 0;  ///< exactly the gold answer
    std::uint64_t secondCorrect = 0;
    std::uint64_t bothCorrect = 0;
    McNemar test;
};

/// Two runs (models, templates, label sets) on the same rows. Only rows that both answered count, "none" being an answer.
struct RunComparison {
    std::uint64_t rows = 0;
    std::uint64_t equal = 0;  ///< exactly the same answer
    double agreement = 0;     ///< equal / rows
    Interval agreementInterval;
    double jaccard = 0;  ///< mean over rows of shared labels / labels of either; 1 where both are none. One label a row: the agreement
    /// Cohen's kappa, "none" being a class. Nothing if chance alone makes them agree everywhere, and for several labels a row.
    std::optional<double> kappa;
    std::vector<std::uint32_t> differing;  ///< rows with different answers, ascending
    std::optional<GoldComparison> gold;    ///< if gold was given
};

/// Columns [N] of indices into one numbering of `labelCount` labels, as label_columns.h has them: with two label sets, number what is
/// the same label equally. `gold` may be empty: no gold. Any thread; some milliseconds for a million rows. InvalidArgument if the columns
/// do not fit each other. Kappa equals scikit-learn's cohen_kappa_score.
Result<RunComparison> compareRuns(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second, std::size_t labelCount,
                                  std::span<const std::uint32_t> gold = {});
/// The same for any number of labels a row; no gold: null.
Result<RunComparison> compareRuns(const LabelLists& first, const LabelLists& second, std::size_t labelCount,
                                  const LabelLists* gold = nullptr);

}  // namespace labelwright
