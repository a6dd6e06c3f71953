#include "core/inference/batch_planner.h"

#include <algorithm>

namespace labelwright {
namespace {

bool fits(const Batch& batch, const WorkItem& item, BatchBudget budget) {
    if (batch.items.empty()) return true;
    if (batch.items.size() >= budget.maxItems || batch.tokens + item.tokenCount > budget.maxTokens) return false;
    const WorkItem& first = batch.items.front();
    return budget.mixedLengths || (item.tokenCount == first.tokenCount && item.labelCount == first.labelCount);
}

}  // namespace

std::vector<Batch> planBatches(std::span<const WorkItem> items, BatchBudget budget) {
    std::vector<WorkItem> sorted(items.begin(), items.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const WorkItem& a, const WorkItem& b) {
        return a.tokenCount != b.tokenCount ? a.tokenCount > b.tokenCount : a.labelCount > b.labelCount;
    });
    std::vector<Batch> batches;
    for (const WorkItem& item : sorted) {
        if (batches.empty() || !fits(batches.back(), item, budget)) batches.emplace_back();
        batches.back().items.push_back(item);
        batches.back().tokens += item.tokenCount;
    }
    return batches;
}

}  // namespace labelwright
