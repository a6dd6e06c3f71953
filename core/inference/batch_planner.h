#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/inference/classifier.h"

namespace labelwright {

struct BatchBudget {
    std::uint64_t maxTokens = 1024;  ///< of all items of a batch together, unless one item alone is longer
    std::uint32_t maxItems = 1024;
    bool mixedLengths = false;  ///< ClassifierTraits::mixesLengths
};

/// Never padded: items are of equal tokenCount, or the model takes them one after another whatever their lengths.
struct Batch {
    std::vector<WorkItem> items;
    std::uint64_t tokens = 0;  ///< of all items
};

/// Pure: sorts items by tokenCount and labelCount, longest first (so that a lack of memory shows at once), fills batches up to the budget;
/// without mixedLengths a batch holds one tokenCount and one labelCount. Items of one length keep their order; every item is in exactly one
/// batch.
std::vector<Batch> planBatches(std::span<const WorkItem> items, BatchBudget budget);

}  // namespace labelwright
