#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/project/project_file.h"

namespace labelwright::testing {

/// Texts with ids, two extra columns (some cells empty) and line numbers, all made from `series` and the row.
std::shared_ptr<const Dataset> sampleDataset(std::size_t rows, const std::string& series);
/// Every field of a label used by at least one.
LabelSet sampleLabels();
ScoreReading entailmentReading();
ScoreReading cosineReading();

void expectSameDataset(const Dataset& found, const Dataset& expected);
/// Also compares readings and truncation, row by row.
void expectSameScores(const ScoreTable& found, const ScoreTable& expected);

}  // namespace labelwright::testing
