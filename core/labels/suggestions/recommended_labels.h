#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/label_history.h"
#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright {

/// A label worth having in a new set: what was used under one name or several that mean the same.
struct RecommendedLabel {
    UsedLabel label;                      ///< under the name used most; `uses` and `lastUsed` of all names together
    std::vector<std::string> alsoCalled;  ///< the others, the most used first

    friend bool operator==(const RecommendedLabel&, const RecommendedLabel&) = default;
};

/// The used labels as a set of their own, for suggestMerges(): the n-th label of it is the n-th of `used`.
LabelSet usedLabelSet(std::span<const UsedLabel> used);
/// Groups of names that mean the same, as suggestMerges() found them in usedLabelSet(used), and every name that stands alone; the most used
/// first. Opposites and names that only look alike are never in one group. Any thread.
std::vector<RecommendedLabel> recommendedLabels(std::span<const UsedLabel> used, std::span<const MergeSuggestion> alike);

}  // namespace labelwright
