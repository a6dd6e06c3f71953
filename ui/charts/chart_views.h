#pragma once

#include <QPalette>
#include <span>

#include "core/domain/label.h"
#include "core/domain/selection.h"
#include "ui/charts/chart_data.h"
#include "ui/charts/confidence_overview.h"

namespace labelwright::ui {

/// How sure the model is over all texts.
ChartData confidenceView(const ConfidenceOverview& overview, const Selection& selection, const QPalette& palette);
/// How many texts have each label.
ChartData labelCountView(const ConfidenceOverview& overview, const LabelSet& labels, const QPalette& palette);
/// The scores of one text, highest first; `row` counts from 0.
ChartData rowView(std::size_t row, std::span<const float> probabilities, const LabelSet& labels, const Selection& selection);
/// What the probabilities are, in words.
QString meaningOfScores(const Selection& selection, std::size_t labelCount);

}  // namespace labelwright::ui
