#pragma once

#include <QString>

#include "core/evaluation/confidence_interval.h"
#include "ui/evaluation/evaluation.h"

namespace labelwright::ui {

/// "0.86", in the language of now.
QString figureText(double value);
/// "0.86 (0.81–0.90)".
QString figureWithRange(double value, const Interval& interval);
/// "86.2%".
QString percentText(double share);
/// "82.1–89.5%".
QString percentRange(const Interval& interval);
/// How many texts count and why the others do not: one clause for each reason.
QString countedText(const Evaluation& evaluation);
/// What a cell of the confusion matrix holds: "咨询 → 投诉".
QString cellName(const LabelSet& labels, std::uint32_t gold, std::uint32_t predicted);

}  // namespace labelwright::ui
