#pragma once

#include <string>

#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright::cli {

/// What a card says, in English, several lines without the last line end: what to do, why, and how the labels behave.
std::string suggestionText(const LabelSet& labels, const MergeSuggestion& suggestion);
/// Why a pair is not suggested, in one line.
std::string withheldText(const LabelSet& labels, const WithheldPair& withheld);

const char* suggestedActName(SuggestedAct act) noexcept;  ///< "Merge", "MakeParent"
const char* oppositionName(Opposition kind) noexcept;     ///< "None", "Antonyms" …

}  // namespace labelwright::cli
