#pragma once

#include <cstdint>

#include "core/inference/batch_planner.h"

namespace labelwright {

/// Chooses how many tokens a batch may hold, from free memory and what goes wrong. Pure state, one thread.
class MemoryPolicy {
public:
    /// CPU batches stay small enough for the last-level cache (64–1,024 tokens); a GPU takes 16,384 of BERT-base and up to 65,536 of
    /// smaller models, whose kernels would be too short to fill it; less if memory is short.
    MemoryPolicy(const ClassifierTraits& traits, std::uint64_t freeBytes);

    BatchBudget budget() const noexcept { return m_budget; }
    /// After OutOfMemory: halves the budget. False if a batch was already a single item of `tokenCount` tokens: the job must fail.
    bool backOff(std::uint64_t failedTokens, std::size_t failedItems) noexcept;
    /// After a batch that worked: raises the budget by a quarter every 32 batches, up to where it began.
    void succeeded() noexcept;
    std::uint32_t backOffCount() const noexcept { return m_backOffs; }

private:
    BatchBudget m_budget;
    BatchBudget m_initial;
    std::uint32_t m_successes = 0;
    std::uint32_t m_backOffs = 0;
};

}  // namespace labelwright
