#pragma once

#include <span>

#include "core/jobs/labeling_request.h"

namespace labelwright::ui {

/// Whether a score that is there was computed with another precision than the next run would compute it with. `expected`: what that run
/// would use, which tells what Precision::Auto stands for; empty: not known, and then it says nothing about Auto. Readings of old projects,
/// whose precision is not known, do not count. Any thread.
bool ofAnotherPrecision(std::span<const ScoreReading> readings, Precision chosen, std::span<const ModelUse> expected);

}  // namespace labelwright::ui
