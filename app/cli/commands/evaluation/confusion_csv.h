#pragma once

#include <string>
#include <vector>

#include "core/evaluation/confusion_matrix.h"

namespace labelwright::cli {

/// A row for each gold label and a column for each prediction, "(none)" last, with a byte order mark, which Excel needs for Chinese.
std::string confusionCsv(const ConfusionMatrix& matrix, const std::vector<std::string>& labels);

}  // namespace labelwright::cli
