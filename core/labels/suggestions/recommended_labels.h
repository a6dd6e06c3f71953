#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/label_history.h"
#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright {

/// A label worth having in a new set: what was used under one name, or under several that mean the same or something narrower.
struct RecommendedLabel {
    UsedLabel label;                 ///< under the name used most; `uses` and `lastUsed` of all names together
    std::vector<std::string> alike;  ///< the others, the most used first

    friend bool operator==(const RecommendedLabel&, const RecommendedLabel&) = default;
};

/// What was used, the most used first, then the labels of the user's own presets that no run has asked yet (0 uses); not more than can be
/// compared with one another in a moment.
std::vector<UsedLabel> withPresetLabels(std::vector<UsedLabel> used, std::span<const LabelPreset> presets);

/// The used labels as a set of their own, for suggestMerges(): the n-th label of it is the n-th of `used`.
LabelSet usedLabelSet(std::span<const UsedLabel> used);
/// Groups of names as suggestMerges() found them in usedLabelSet(used), to be merged or put below one another, and every name that stands
/// alone; the most used first. A name that several suggestions hold goes with the likeliest. Any thread.
std::vector<RecommendedLabel> recommendedLabels(std::span<const UsedLabel> used, std::span<const MergeSuggestion> suggestions);

}  // namespace labelwright
