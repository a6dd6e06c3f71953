#pragma once

#include <cstdint>
#include <optional>

#include "core/base/result.h"
#include "core/evaluation/confidence_interval.h"

namespace labelwright {

/// What reviewing a random sample of rows says about all of them.
struct SampleEstimate {
    std::uint64_t reviewed = 0;
    std::uint64_t correct = 0;
    double accuracy = 0;  ///< 0 while nothing is reviewed
    Interval interval;    ///< Wilson's, with the finite population correction; a point once all is reviewed
    /// How many more random rows make the interval at most half as wide, if the accuracy among them is the same (one half while nothing
    /// is reviewed). 0 once the interval is a point.
    std::uint64_t rowsToHalve = 0;
};

/// `population`: rows that the sample was drawn from without replacement; nothing: so many that it does not matter. Any thread.
/// InvalidArgument if more are correct than reviewed, or more reviewed than there are.
Result<SampleEstimate> estimateAccuracy(std::uint64_t correct, std::uint64_t reviewed, std::optional<std::uint64_t> population,
                                        double level = usualLevel);

}  // namespace labelwright
