#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/labels/meaning/form_features.h"

namespace labelwright {

/// Numbers of the affinity model, fitted by tests/benchmarks/fit_affinity.sh and kept in resources/meaning/affinity.json.
struct AffinityCoefficients {
    /// Evidence of the form, as a log-odds of "the same" against "the opposite":
    /// formBias + form · features + Σ_r strengths[r] · (directions[r] · left part) · (directions[r] · right part).
    float formBias = 0;
    std::array<float, FormFeatures::names.size()> form{};
    std::vector<float> strengths;                ///< [R]
    std::vector<std::vector<float>> directions;  ///< [R, size], in the space of the model's embeddings
    /// Weights of same, opposite, unrelated for 1, the standardised cosine, the evidence of the form, unitsNearest, unitsMean; their
    /// softmax is the answer.
    std::array<std::array<float, 5>, 3> meaning{};
};

/// Those of the model with this fingerprint and embedding size; for any other model those that use nothing but its standardised cosines
/// and the letters of the names. Any thread.
const AffinityCoefficients& affinityCoefficients(const std::string& fingerprint, std::size_t size);

}  // namespace labelwright
