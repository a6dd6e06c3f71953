#include "tests/torch/back_off_job.h"

#include <deque>

namespace labelwright::testing {

JobResult runWithBackOff(ScoringSession& session, const EncodedChunk& chunk, std::vector<WorkItem> items, const ClassifierTraits& traits) {
    MemoryPolicy policy(traits, std::uint64_t{1} << 40U);
    JobResult result;
    std::deque<Batch> waiting;
    for (Batch& batch : planBatches(items, policy.budget())) waiting.push_back(std::move(batch));
    while (!waiting.empty()) {
        const Batch batch = std::move(waiting.front());
        waiting.pop_front();
        if (auto scored = session.score(chunk, batch.items)) {
            policy.succeeded();
            auto pair = scored->logits.begin();
            for (const WorkItem& item : batch.items) {
                for (std::uint32_t label = 0; label < item.labelCount; ++label)
                    result.logits[{item.text, item.firstLabel + label}] = *pair++;
            }
            continue;
        } else if (scored.error().code != ErrorCode::OutOfMemory || !policy.backOff(batch.tokens, batch.items.size())) {
            result.failed = true;
            return result;
        }
        std::vector<WorkItem> left = batch.items;
        for (const Batch& other : waiting) left.insert(left.end(), other.items.begin(), other.items.end());
        waiting.clear();
        for (Batch& smaller : planBatches(left, policy.budget())) waiting.push_back(std::move(smaller));
    }
    result.backOffs = policy.backOffCount();
    return result;
}

}  // namespace labelwright::testing
