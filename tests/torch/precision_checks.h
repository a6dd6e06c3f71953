#pragma once

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {

/// Scores of a reference's texts and hypotheses in a precision that the device must offer; empty if it fails, which is a failure.
Scores scoresOf(Backend& backend, const Reference& expected, Precision precision, const std::string& device);

constexpr double clearMargin = 0.01;  ///< between probabilities: a text whose best label leads by more must keep it (performance.md 9.3)

/// A precision against the same device's fp32.
struct PrecisionDifference {
    double probabilities = 0;    ///< largest difference of one
    double relative = 0;         ///< root mean square error of all outputs over theirs
    double allowed = 0;          ///< what the rounding of matrix products explains of it
    std::size_t clearFlips = 0;  ///< texts with another best label although fp32 was clear
};
/// Prints what it found, also how many texts keep their label.
PrecisionDifference differenceFromFp32(Backend& backend, const Reference& expected, Precision precision, const std::string& device);

/// Expects a difference that the rounding of matrix products explains, and one at all.
void expectWhatRoundingExplains(Backend& backend, const Reference& expected, Precision precision, const std::string& device);

}  // namespace labelwright::testing
