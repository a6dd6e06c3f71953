#include "core/evaluation/confidence_interval.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

namespace labelwright {

Interval wilsonInterval(double successes, double trials, double level) {
    if (!(trials > 0)) return {};
    const double share = successes / trials;
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + level / 2);
    const double perTrial = z * z / trials;
    const double centre = (share + perTrial / 2) / (1 + perTrial);
    const double half = z * std::sqrt((share * (1 - share) + perTrial / 4) / trials) / (1 + perTrial);
    // The bound that is exactly 0 or 1 is not left to rounding.
    return {share <= 0 ? 0 : std::max(0.0, centre - half), share >= 1 ? 1 : std::min(1.0, centre + half)};
}

double effectiveTrials(double drawn, double population) noexcept {
    if (drawn >= population) return std::numeric_limits<double>::infinity();
    return drawn * (population - 1) / (population - drawn);
}

Interval sampleInterval(double successes, double drawn, std::optional<std::uint64_t> population, double level) {
    if (!(drawn > 0)) return {};
    if (!population) return wilsonInterval(successes, drawn, level);
    const double share = successes / drawn;
    const double trials = effectiveTrials(drawn, static_cast<double>(*population));
    return std::isinf(trials) ? Interval{share, share} : wilsonInterval(share * trials, trials, level);
}

}  // namespace labelwright
