#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/inference/classifier.h"

namespace labelwright {

struct BatchBudget {
    std::uint64_t maxTokens = 1024;  ///< items * tokenCount of a batch stays at or below this, unless one item alone is longer
    std::uint32_t maxItems = 1024;
};

/// Items of equal tokenCount, so no padding and no mask.
struct Batch {
    std::vector<WorkItem> items;
    std::uint32_t tokenCount = 0;  ///< of each item

    std::uint64_t tokens() const noexcept { return std::uint64_t{tokenCount} * items.size(); }
};

/// Pure: groups items by tokenCount and labelCount, longest first (so that a lack of memory shows at once), fills batches up to the budget.
/// Items of one length keep their order; every item is in exactly one batch.
std::vector<Batch> planBatches(std::span<const WorkItem> items, BatchBudget budget);

}  // namespace labelwright
