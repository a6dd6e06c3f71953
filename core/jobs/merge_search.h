#pragma once

#include "core/jobs/labeling_run.h"
#include "core/jobs/merge_request.h"
#include "core/labels/suggestions/merge_suggestion.h"

namespace labelwright {

/// Looks for labels that mean the same. Embeds names (and what they are made of) that the cache does not know; everything else is stored
/// numbers. ModelUnknown: no model with embeddings can be had. Worker thread.
Result<MergeSuggestions> searchMerges(const MergeRequest& request, const LabelingContext& context);

}  // namespace labelwright
