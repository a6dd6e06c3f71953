#pragma once

#include "app/cli/commands/evaluation/evaluation.h"

namespace labelwright::cli {

/// The figures for a person, on standard output.
void printEvaluation(const EvaluateInput& input, const Evaluation& evaluation);

}  // namespace labelwright::cli
