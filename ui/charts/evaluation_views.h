#pragma once

#include <QPalette>
#include <span>

#include "core/domain/selection.h"
#include "core/evaluation/coverage_curve.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/temperature_fit.h"
#include "ui/charts/chart_data.h"

namespace labelwright::ui {

/// Accuracy against the share of texts that is answered, with the abstain threshold as a marker that can be moved.
ChartData coverageView(const CoverageCurve& curve, float abstain, const QPalette& palette);
/// What the marker of a threshold is called: threshold, share answered, accuracy.
QString coverageMarkerName(const CoverageCurve& curve, float abstain);
/// The abstain threshold, in hundredths, that answers about this share of the texts.
float abstainForCoverage(const CoverageCurve& curve, double coverage);

/// How often the model was right where it said how sure it was, against the line where both are equal.
ChartData reliabilityView(const Reliability& reliability, SelectionMode mode, const QPalette& palette);

/// ECE and log loss before and after the temperature that was found.
ChartData temperatureView(const TemperatureFit& fit, const QPalette& palette);

}  // namespace labelwright::ui
