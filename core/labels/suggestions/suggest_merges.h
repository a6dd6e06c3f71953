#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/labels/meaning/sentence_vectors.h"
#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright {

/// MergeSuggestion::score from which a pair is suggested.
inline constexpr float suggestedFrom = 0.6F;

/// What the search looks at. Borrows everything.
struct MergeQuestion {
    const LabelSet& labels;
    AskedName asked = AskedName::Own;  ///< by which names the model knows the labels
    const SentenceVectors& vectors;    ///< of sentencesToEmbed()
    const ScoreTable& scores;          ///< may be empty
    const Selection& selection;
    std::span<const std::pair<std::string, std::string>> neverTogether;  ///< names
    float from = suggestedFrom;                                          ///< score from which a pair is suggested
};

/// Everything whose embedding suggestMerges() looks up: names, descriptions, what the names are made of, and the background.
std::vector<std::string> sentencesToEmbed(const LabelSet& labels, AskedName asked);

/// Labels that mean the same, from names and from stored scores, without a model: pairs of which the score is at least
/// `from` are put together by complete linkage, so every two labels of a suggestion are such a pair. Opposites never are
/// (opposition()); nor are pairs kept apart or never to be asked about. modelId and forwards are left empty. Cancelled: stopped. Any
/// thread.
Result<MergeSuggestions> suggestMerges(const MergeQuestion& question, const std::stop_token& stop = {});

}  // namespace labelwright
