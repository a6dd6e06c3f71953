#pragma once

#include <string>

#include "app/cli/commands/evaluation/evaluation.h"

namespace labelwright::cli {

/// The report of --output. The keys are described in the user guide; an interval is [low, high], a curve has at most 200 points.
std::string evaluationJson(const EvaluateInput& input, const Evaluation& evaluation);

}  // namespace labelwright::cli
