#include "core/evaluation/mcnemar.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>

namespace labelwright {

McNemar mcNemarTest(std::uint64_t onlyFirst, std::uint64_t onlySecond) {
    McNemar test{onlyFirst, onlySecond};
    const auto discordant = static_cast<double>(onlyFirst + onlySecond);
    const auto lesser = static_cast<double>(std::min(onlyFirst, onlySecond));
    if (onlyFirst + onlySecond < mcNemarExactBelow) {
        test.statistic = lesser;
        if (discordant > 0) test.pValue = std::min(1.0, 2 * boost::math::cdf(boost::math::binomial(discordant, 0.5), lesser));
        return test;
    }
    test.method = McNemarMethod::ChiSquared;
    // The correction never makes a difference out of none.
    const double difference = std::max(0.0, discordant - 2 * lesser - 1);
    test.statistic = difference * difference / discordant;
    test.pValue = boost::math::cdf(boost::math::complement(boost::math::chi_squared(1), test.statistic));
    return test;
}

}  // namespace labelwright
