#pragma once

#include <map>

#include "core/inference/memory_policy.h"
#include "tests/torch/model_fixture.h"

namespace labelwright::testing {

struct JobResult {
    std::map<std::pair<std::uint32_t, std::uint32_t>, PairLogits> logits;  ///< by text and label
    std::uint32_t backOffs = 0;
    bool failed = false;
};

/// Scores all items as a job does: a batch that does not fit is planned again with half the budget. The first batches are planned as if
/// memory had no end.
JobResult runWithBackOff(ScoringSession& session, const EncodedChunk& chunk, std::vector<WorkItem> items, const ClassifierTraits& traits);

}  // namespace labelwright::testing
