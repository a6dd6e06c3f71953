#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/labels/meaning/affinity_coefficients.h"
#include "core/labels/meaning/opposites.h"
#include "core/labels/meaning/sentence_vectors.h"

namespace labelwright {

/// How alike a model finds names that have nothing to do with one another: the zero point of its cosines, and their spread.
struct CosineBackground {
    float mean = 0;
    float deviation = 1;

    float standardised(float cosine) const noexcept { return (cosine - mean) / deviation; }
};

/// What two names mean to each other. The three probabilities add up to 1.
struct Affinity {
    float same = 0;  ///< calibrated on pairs of which a third each are synonyms, antonyms and unrelated
    float opposite = 0;
    float unrelated = 1;
    float cosine = 0;        ///< of the embeddings
    float standardised = 0;  ///< the same in deviations above the background
    OppositionFound opposition;
};

/// The words of resources/meaning/background.txt, Chinese or English, to be embedded along with what is compared.
const std::vector<std::string>& backgroundNames(bool chinese);
/// Over all pairs of them; {0, 1} where embeddings are missing.
CosineBackground backgroundOf(const std::vector<std::string>& names, const SentenceVectors& vectors);
/// The units of a name that formFeatures() looks up, to be embedded too.
std::vector<std::string> unitsToEmbed(std::string_view name);

/// Compares the two names. A softmax over three linear scores: explainable number by number, see AffinityCoefficients. `cosine` is given
/// because it may count descriptions too. Equal names (sameName) are the same whatever the numbers say. Any thread.
Affinity affinity(std::string_view left, std::string_view right, float cosine, const CosineBackground& background,
                  const SentenceVectors& vectors);

}  // namespace labelwright
