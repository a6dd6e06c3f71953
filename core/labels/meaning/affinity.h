#pragma once

#include <span>
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
    float same = 0;  ///< fitted on pairs of which a third each are synonyms, antonyms and unrelated
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

/// A name to be compared.
struct NamedMeaning {
    std::string_view name;
    NameUnits units;                ///< nameUnits(name), or those of them that set it apart
    std::span<const float> vector;  ///< unit length, of the name or of the name and its description
};

/// Compares two names: same = P(related) · P(same | related), opposite = P(related) · (1 - P(same | related)), each a logistic function of
/// a sum that can be read number by number (AffinityCoefficients). Equal names are the same whatever the numbers say. `vectors` holds the
/// units. Any thread.
Affinity affinity(const NamedMeaning& left, const NamedMeaning& right, const CosineBackground& background, const SentenceVectors& vectors);

}  // namespace labelwright
