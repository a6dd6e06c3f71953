#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/evaluation/label_columns.h"

namespace labelwright {

/// Calibration before and after.
struct TemperatureFit {
    float temperature = 1;  ///< for Selection::temperature
    float before = 1;       ///< what was in force
    double logLoss = 0;     ///< see probability_scores.h
    double logLossBefore = 0;
    double expectedError = 0;  ///< ECE, see reliability.h
    double expectedErrorBefore = 0;
    std::uint64_t rows = 0;  ///< used
    /// The best temperature lies at or beyond the end of what was tried, 1/64 to 64 times the one before: the gold is too little or too
    /// well separated to say.
    bool atBound = false;
};

/// The most rows a fit reads; of more, so many evenly spaced ones. One number is known to half a percent from as many.
inline constexpr std::size_t mostFittedRows = 50'000;

/// Temperature scaling (Guo et al. 2017): the one temperature that makes the log loss of the stored logits least, every probability being
/// computed by probabilities() of core/domain/selection.h, merged labels included. The selection's mode decides what is fitted:
/// SingleBest, the softmax over labels, from rows with exactly one gold label; EveryAboveThreshold, each label alone. It moves
/// confidences, not the order of the labels of an unmerged set. Rows are read as their own reading says, but one temperature is found for
/// all: give gold only for rows of one model. Any thread; a second for 50,000 rows and ten labels. InvalidArgument without usable rows,
/// Cancelled if stopped.
Result<TemperatureFit> fitTemperature(const ScoreTable& scores, const LabelSet& labels, const Selection& selection, const LabelLists& gold,
                                      std::stop_token stop = {});

}  // namespace labelwright
