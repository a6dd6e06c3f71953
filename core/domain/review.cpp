#include "core/domain/review.h"

#include <algorithm>

namespace labelwright {

const char* reviewStateName(ReviewState state) noexcept {
    switch (state) {
        case ReviewState::None: return "none";
        case ReviewState::Suggested: return "suggested";
        case ReviewState::Accepted: return "accepted";
        case ReviewState::Corrected: return "corrected";
    }
    return "";
}

std::vector<std::uint32_t> reviewedLabels(const Review& review, const LabelSet& labels) {
    std::vector<std::uint32_t> indices;
    for (const LabelId& id : review.labels) {
        if (const Label* label = findLabel(labels, id)) indices.push_back(static_cast<std::uint32_t>(label - labels.labels.data()));
    }
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

std::vector<LabelId> lostLabels(const Review& review, const LabelSet& labels) {
    std::vector<LabelId> lost;
    for (const LabelId& id : review.labels) {
        if (findLabel(labels, id) == nullptr) lost.push_back(id);
    }
    return lost;
}

ReviewState reviewState(const Review& review, const LabelSet& labels, bool scored, std::vector<std::uint32_t> predicted) {
    if (!review.decided) return scored ? ReviewState::Suggested : ReviewState::None;
    std::sort(predicted.begin(), predicted.end());
    const bool same = scored && lostLabels(review, labels).empty() && reviewedLabels(review, labels) == predicted;
    return same ? ReviewState::Accepted : ReviewState::Corrected;
}

}  // namespace labelwright
