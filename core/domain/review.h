#pragma once

#include <string>
#include <vector>

#include "core/domain/label.h"

namespace labelwright {

/// What a person said about one text: beside the prediction, never instead of it.
struct Review {
    bool decided = false;         ///< the text carries exactly `labels`, perhaps none of the set
    std::vector<LabelId> labels;  ///< in the order in which they were given
    bool deferred = false;        ///< to be looked at again
    bool flagged = false;
    std::string note;

    bool empty() const noexcept { return !decided && !deferred && !flagged && note.empty(); }
    friend bool operator==(const Review&, const Review&) = default;
};

/// Where a text stands between model and person.
enum class ReviewState {
    None,       ///< neither has said anything
    Suggested,  ///< the model alone
    Accepted,   ///< the person says what the model says
    Corrected,  ///< the person says something else, or said it where the model has said nothing
};

/// "none", "suggested", "accepted", "corrected": for scripts and queries.
const char* reviewStateName(ReviewState state) noexcept;

/// Indices in `labels` of what the person gave, in label order, each once; a merged label counts as the one it was merged into. A label
/// that is no longer in the set has none: see lostLabels().
std::vector<std::uint32_t> reviewedLabels(const Review& review, const LabelSet& labels);
/// Ids that a decision names and the set does not hold, neither as a label nor as a merged one.
std::vector<LabelId> lostLabels(const Review& review, const LabelSet& labels);

/// `predicted`: label indices that the model gives, in any order; `scored`: whether it has said anything.
ReviewState reviewState(const Review& review, const LabelSet& labels, bool scored, std::vector<std::uint32_t> predicted);

}  // namespace labelwright
