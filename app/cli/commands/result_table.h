#pragma once

#include "core/io/result_export.h"

namespace labelwright::cli {

/// Prints the rows with label and confidence (at most 40; the first and last of more), then how many texts each label got.
void printResults(const ExportTable& table);

}  // namespace labelwright::cli
