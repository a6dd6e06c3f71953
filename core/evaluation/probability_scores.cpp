#include "core/evaluation/probability_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace labelwright {
namespace {

double lossOf(double probability) {
    constexpr double least = std::numeric_limits<double>::epsilon();
    return -std::log(std::clamp(probability, least, 1 - least));
}

bool complete(std::span<const float> probabilities) {
    return std::none_of(probabilities.begin(), probabilities.end(), [](float p) { return std::isnan(p); });
}

}  // namespace

void ProbabilityScores::add(std::span<const float> probabilities, std::uint32_t gold) {
    if (gold >= probabilities.size() || !complete(probabilities)) return;
    ++m_rows;
    m_logLoss += lossOf(probabilities[gold]);
    for (std::size_t label = 0; label < probabilities.size(); ++label) {
        const double distance = static_cast<double>(probabilities[label]) - (label == gold ? 1 : 0);
        m_brier += distance * distance;
    }
}

void ProbabilityScores::add(std::span<const float> probabilities, std::span<const std::uint32_t> gold) {
    if (probabilities.empty() || !complete(probabilities)) return;
    double brier = 0;
    double loss = 0;
    auto next = gold.begin();
    for (std::size_t label = 0; label < probabilities.size(); ++label) {
        const bool right = next != gold.end() && *next == label;
        if (right) ++next;
        const double p = probabilities[label];
        brier += (p - (right ? 1 : 0)) * (p - (right ? 1 : 0));
        loss += lossOf(right ? p : 1 - p);
    }
    ++m_rows;
    m_brier += brier / static_cast<double>(probabilities.size());
    m_logLoss += loss / static_cast<double>(probabilities.size());
}

}  // namespace labelwright
