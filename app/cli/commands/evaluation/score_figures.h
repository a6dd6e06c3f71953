#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "app/cli/commands/evaluation/evaluate_input.h"
#include "core/evaluation/probability_scores.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/temperature_fit.h"

namespace labelwright::cli {

/// The label each row is surest of. Columns [N] of EvaluateInput's labels.
struct SurestLabels {
    LabelColumn label;              ///< noLabel: not known
    std::vector<float> confidence;  ///< NaN where not known
};
/// From the probabilities; without them, for one label a row, from the prediction and its confidence. Nothing if that is not there either.
std::optional<SurestLabels> surestLabels(const EvaluateInput& input);

/// What the probabilities of all labels are worth.
struct ScoreFigures {
    ProbabilityScores scores;
    Reliability eachLabel;  ///< of every label's probability, for several labels a row
    /// By how much the temperature in force is to be multiplied; nothing where no row tells. From probabilities, which lose what lies
    /// below 1e-37.
    std::optional<TemperatureFit> factor;
};
/// `input` has scores. Cancelled if stopped.
Result<ScoreFigures> scoreFigures(const EvaluateInput& input, const std::stop_token& stop);

}  // namespace labelwright::cli
