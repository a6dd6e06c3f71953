#include "core/evaluation/sample_estimate.h"

#include <algorithm>
#include <string>

namespace labelwright {
namespace {

/// The least number of reviewed rows, above `reviewed`, whose interval is at most `width` wide. Widths fall as rows grow.
std::uint64_t rowsForWidth(double width, double accuracy, std::uint64_t reviewed, std::optional<std::uint64_t> population, double level) {
    const auto narrow = [&](std::uint64_t rows) {
        const auto drawn = static_cast<double>(rows);
        return sampleInterval(accuracy * drawn, drawn, population, level).width() <= width;
    };
    std::uint64_t low = reviewed;  // too wide
    std::uint64_t high = reviewed + 1;
    while (!narrow(high)) {
        low = high;
        high = population ? std::min(2 * high, *population) : 2 * high;
    }
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        (narrow(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace

Result<SampleEstimate> estimateAccuracy(std::uint64_t correct, std::uint64_t reviewed, std::optional<std::uint64_t> population,
                                        double level) {
    if (correct > reviewed || (population && reviewed > *population)) {
        return Error{ErrorCode::InvalidArgument,
                     std::to_string(correct) + " correct of " + std::to_string(reviewed) + " reviewed" +
                         (population ? " of " + std::to_string(*population) + " rows" : "") + " cannot be: count again",
                     {"reviewed", std::to_string(reviewed)}};
    }
    SampleEstimate estimate{reviewed, correct, 0, {}, 0};
    const auto drawn = static_cast<double>(reviewed);
    if (reviewed > 0) estimate.accuracy = static_cast<double>(correct) / drawn;
    estimate.interval = sampleInterval(static_cast<double>(correct), drawn, population, level);
    if (population && reviewed == *population) return estimate;
    const double expected = reviewed > 0 ? estimate.accuracy : 0.5;
    estimate.rowsToHalve = rowsForWidth(estimate.interval.width() / 2, expected, reviewed, population, level) - reviewed;
    return estimate;
}

}  // namespace labelwright
