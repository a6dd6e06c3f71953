#pragma once

#include "app/cli/commands/evaluation/evaluate_options.h"
#include "core/base/result.h"

namespace labelwright::cli {

/// What `evaluate` does with these options: reads, compares, writes, prints.
Result<void> evaluate(const EvaluateOptions& options);

}  // namespace labelwright::cli
