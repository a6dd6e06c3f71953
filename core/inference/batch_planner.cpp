#include "core/inference/batch_planner.h"

#include <algorithm>

namespace labelwright {
namespace {

std::uint64_t itemsThatFit(std::uint32_t tokenCount, BatchBudget budget) {
    const std::uint64_t byTokens = tokenCount == 0 ? budget.maxItems : budget.maxTokens / tokenCount;
    return std::max<std::uint64_t>(1, std::min<std::uint64_t>(byTokens, budget.maxItems));
}

}  // namespace

std::vector<Batch> planBatches(std::span<const WorkItem> items, BatchBudget budget) {
    std::vector<WorkItem> sorted(items.begin(), items.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const WorkItem& a, const WorkItem& b) {
        return a.tokenCount != b.tokenCount ? a.tokenCount > b.tokenCount : a.labelCount > b.labelCount;
    });
    std::vector<Batch> batches;
    for (std::size_t begin = 0; begin < sorted.size();) {
        const WorkItem& first = sorted[begin];
        const std::uint64_t limit = itemsThatFit(first.tokenCount, budget);
        std::size_t end = begin;
        while (end < sorted.size() && end - begin < limit && sorted[end].tokenCount == first.tokenCount &&
               sorted[end].labelCount == first.labelCount)
            ++end;
        batches.push_back(
            {{sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.begin() + static_cast<std::ptrdiff_t>(end)}, first.tokenCount});
        begin = end;
    }
    return batches;
}

}  // namespace labelwright
