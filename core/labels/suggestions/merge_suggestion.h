#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/meaning/affinity.h"

namespace labelwright {

/// How two labels behave on the analyst's own texts, from stored scores. Counts are of texts that have scores of every label of the set.
struct SharedBehaviour {
    std::uint64_t texts = 0;               ///< compared; 0: nothing is known, and the rest says nothing
    float correlation = 0;                 ///< Pearson's, of the two labels' logits or cosines over the texts
    std::uint64_t leftWins = 0;            ///< texts that are given the left label first
    std::uint64_t rightWins = 0;           ///< …
    std::uint64_t closeSeconds = 0;        ///< texts that one of the two wins, the other second and less than `margin` behind
    float margin = 0.05F;                  ///< in probability
    std::vector<std::uint32_t> contested;  ///< up to three rows where the two are closest, both ahead of all others
    std::vector<std::uint32_t> leftOnly;   ///< up to three rows that the left label wins by most over the right one
    std::vector<std::uint32_t> rightOnly;  ///< …
};

enum class SuggestedAct {
    Merge,
    MakeParent,  ///< the first label is the wider one: the others go below it
};

/// One card: labels that mean the same. Complete linkage: every two of them do, and `meaning`, `behaviour` are those of the least alike
/// two.
struct MergeSuggestion {
    SuggestedAct act = SuggestedAct::Merge;
    std::vector<LabelId> labels;  ///< two or more; first the one whose name would survive if nobody says otherwise
    LabelId left, right;          ///< the two least alike, which the evidence is about
    Affinity meaning;
    SharedBehaviour behaviour;
    float score = 0;  ///< [0, 1]: the probability that they mean the same, behaviour considered; sorted by it
};

/// Near in meaning or behaviour, and yet not suggested, with the reason: so that its absence is no riddle.
struct WithheldPair {
    LabelId left, right;
    Affinity meaning;  ///< opposition.kind != None, or meaning.opposite outweighs
};

struct MergeSuggestions {
    std::vector<MergeSuggestion> suggestions;  ///< likeliest first
    std::vector<WithheldPair> withheld;        ///< nearest first, at most ten
    std::size_t keptApart = 0;                 ///< pairs that would stand here, had the analyst not said otherwise
    std::string modelId;                       ///< whose embeddings were compared
    std::uint64_t forwards = 0;                ///< sequences the encoder read: names never embedded before
};

}  // namespace labelwright
