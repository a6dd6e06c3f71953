#pragma once

#include <cstdint>

namespace labelwright {

enum class McNemarMethod {
    ExactBinomial,  ///< below mcNemarExactBelow discordant rows
    ChiSquared,     ///< with Edwards' continuity correction, one degree of freedom
};

inline constexpr std::uint64_t mcNemarExactBelow = 25;

/// Whether two classifiers err equally often on the same rows (McNemar 1947). Only rows that one of them has right and the other wrong,
/// the discordant ones, tell.
struct McNemar {
    std::uint64_t onlyFirst = 0;   ///< rows that only the first has right
    std::uint64_t onlySecond = 0;  ///< rows that only the second has right
    McNemarMethod method = McNemarMethod::ExactBinomial;
    double statistic = 0;  ///< exact: the lesser of the two counts; chi-squared: (|b - c| - 1)^2 / (b + c)
    double pValue = 1;     ///< two-sided
};

McNemar mcNemarTest(std::uint64_t onlyFirst, std::uint64_t onlySecond);

}  // namespace labelwright
