#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/labels/meaning/form_features.h"

namespace labelwright {

/// A log-odds: bias + cosine · standardised cosine + form · FormFeatures + Σ_d dimensions[d] · left[d] · right[d] for the embeddings of the
/// two names.
struct LinearEvidence {
    float bias = 0;
    float cosine = 0;
    std::array<float, FormFeatures::names.size()> form{};
    std::vector<float> dimensions;  ///< [size] or empty
};

/// Numbers of the affinity model, fitted by tests/benchmarks/fit_affinity.sh and kept in resources/meaning/affinity.json.
struct AffinityCoefficients {
    LinearEvidence related;  ///< the same or the opposite, against unrelated
    LinearEvidence same;     ///< the same, against the opposite; to it comes
    /// Σ_r strengths[r] · (directions[r] · left part) · (directions[r] · right part) for the parts in which the names differ
    /// (differingParts): directions along which opposite characters part.
    std::vector<float> strengths;                ///< [R]
    std::vector<std::vector<float>> directions;  ///< [R, size], in the space of the model's embeddings
};

/// Those of the model with this fingerprint and embedding size; for any other model those that use nothing but its standardised cosines
/// and the letters of the names. Any thread.
const AffinityCoefficients& affinityCoefficients(const std::string& fingerprint, std::size_t size);

}  // namespace labelwright
