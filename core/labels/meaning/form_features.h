#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/labels/meaning/name_units.h"
#include "core/labels/meaning/opposites.h"
#include "core/labels/meaning/sentence_vectors.h"

namespace labelwright {

/// What two names show by their form: which units (characters, words) they share and where, which clash, how near those that differ stand
/// to each other. Ratios are of the shorter name's units; flags are 0 or 1.
struct FormFeatures {
    static constexpr std::array<std::string_view, 16> names{
        "sharesUnit", "sharedRatio", "sharesBeginning", "sharesEnd", "beginningRatio", "endRatio", "oneInsideOther", "lengthsDiffer",
        "antonyms", "negation", "differentHead", "unitsNearest",      // mean over units of the cosine to the
                                                                      // nearest unit of the other
        "unitsMean", "partsNearest", "partsMean", "nothingDiffers"};  // parts: what is left without common beginning and end
    /// The first ones need no embeddings.
    static constexpr std::size_t withoutVectors = 11;

    std::array<float, names.size()> values{};
};

/// Units without an embedding count as far from everything. Any thread.
FormFeatures formFeatures(const NameUnits& left, const NameUnits& right, Opposition opposition, const SentenceVectors& vectors);

/// Mean direction of the units that two names do not share, [size] each, unit length; zeros where nothing is left.
struct DifferingParts {
    std::vector<float> left, right;
};
DifferingParts differingParts(const NameUnits& left, const NameUnits& right, const SentenceVectors& vectors);

}  // namespace labelwright
