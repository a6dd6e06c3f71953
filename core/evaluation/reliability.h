#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/evaluation/confidence_interval.h"

namespace labelwright {

/// Answers whose probability lies above `low` and up to `high`; the first bin holds 0 as well.
struct ReliabilityBin {
    double low = 0;
    double high = 1;
    std::uint64_t count = 0;
    std::uint64_t correct = 0;
    double meanProbability = 0;  ///< 0 in an empty bin, as is accuracy
    double accuracy = 0;
    Interval interval;  ///< of accuracy
};

/// Whether probabilities mean what they say: a reliability diagram in bins of equal width (those of scikit-learn's calibration_curve) and
/// the calibration errors from it (Naeini et al. 2015; Guo et al. 2017). Give it each row's confidence and whether the label is right, or,
/// where labels are judged alone, every label's probability and whether it is gold. Memory does not grow with what is added. One thread.
class Reliability {
public:
    static constexpr std::size_t usualBins = 10;

    explicit Reliability(std::size_t bins = usualBins);

    /// `probability` from 0 to 1; NaN is passed over.
    void add(double probability, bool correct);

    std::uint64_t count() const noexcept { return m_count; }
    std::vector<ReliabilityBin> bins(double level = usualLevel) const;
    /// ECE: mean over answers of |accuracy - mean probability| of their bin. 0 if nothing was added.
    double expectedError() const;
    /// MCE: greatest such difference of a bin.
    double greatestError() const;

private:
    struct Sums {
        std::uint64_t count = 0;
        std::uint64_t correct = 0;
        double probability = 0;
    };
    double edge(std::size_t index) const noexcept { return static_cast<double>(index) * m_width; }

    std::vector<Sums> m_sums;
    double m_width;
    std::uint64_t m_count = 0;
};

}  // namespace labelwright
