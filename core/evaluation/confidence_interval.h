#pragma once

#include <cstdint>
#include <optional>

namespace labelwright {

/// Bounds of a proportion, both from 0 to 1.
struct Interval {
    double low = 0;
    double high = 1;

    double width() const noexcept { return high - low; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// How often intervals made in this way hold the true value.
inline constexpr double usualLevel = 0.95;

/// Wilson's score interval of `successes` in `trials` (Wilson 1927; Brown, Cai and DasGupta 2001), [0, 1] without trials. `trials` may be
/// an effective number, so neither need be whole. `level` is between 0 and 1.
Interval wilsonInterval(double successes, double trials, double level = usualLevel);

/// The number of independent draws that tell as much as `drawn` draws without replacement from `population`: n (N - 1) / (N - n), the
/// finite population correction. Infinite once all is drawn.
double effectiveTrials(double drawn, double population) noexcept;

/// Wilson's interval with the finite population correction, if there is a population.
Interval sampleInterval(double successes, double drawn, std::optional<std::uint64_t> population, double level = usualLevel);

}  // namespace labelwright
