#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace labelwright {

/// Proper scores of probabilities: Brier score and log loss, from rows that come one by one. One thread.
class ProbabilityScores {
public:
    /// Labels exclude each other: `probabilities` [K] add up to 1, `gold` is the index of the right one. A row without such gold, or with
    /// NaN among its probabilities, is passed over.
    void add(std::span<const float> probabilities, std::uint32_t gold);
    /// Each label is judged alone: `gold` holds the right ones, ascending, and the row adds the mean over its labels.
    void add(std::span<const float> probabilities, std::span<const std::uint32_t> gold);

    std::uint64_t rows() const noexcept { return m_rows; }
    /// Mean over rows of sum_k (p_k - y_k)^2, from 0 to 2, for labels that exclude each other (Brier 1950; scikit-learn's
    /// brier_score_loss with scale_by_half=False); mean over rows and labels of (p_k - y_k)^2, from 0 to 1, for labels judged alone.
    double brier() const noexcept { return mean(m_brier); }
    /// Mean of -log(probability of what is right), natural logarithm, with probabilities held to [2^-52, 1 - 2^-52] as scikit-learn's
    /// log_loss does.
    double logLoss() const noexcept { return mean(m_logLoss); }

private:
    double mean(double sum) const noexcept { return m_rows > 0 ? sum / static_cast<double>(m_rows) : 0; }

    std::uint64_t m_rows = 0;
    double m_brier = 0;
    double m_logLoss = 0;
};

}  // namespace labelwright
