#include "core/inference/batch_planner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace labelwright {
namespace {

WorkItem item(std::uint32_t text, std::uint32_t tokens) { return {text, 0, 1, tokens, false}; }

TEST(BatchPlanner, PutsOnlyItemsOfEqualLengthTogetherLongestFirst) {
    const auto batches = planBatches(std::vector{item(0, 5), item(1, 9), item(2, 5), item(3, 9), item(4, 7)}, {1000, 1000});
    ASSERT_EQ(batches.size(), 3U);
    EXPECT_EQ(batches[0].tokens, 18U);
    EXPECT_EQ(batches[0].items, (std::vector{item(1, 9), item(3, 9)}));
    EXPECT_EQ(batches[2].tokens, 10U);
}

TEST(BatchPlanner, StaysWithinTheBudgetAndGivesAnOverlongItemABatchOfItsOwn) {
    const auto batches = planBatches(std::vector{item(0, 100), item(1, 40), item(2, 40), item(3, 40)}, {80, 10});
    ASSERT_EQ(batches.size(), 3U);
    EXPECT_EQ(batches[0].items.size(), 1U);
    EXPECT_EQ(batches[1].items.size(), 2U);
    EXPECT_EQ(batches[2].items.size(), 1U);
}

TEST(BatchPlanner, PutsEveryItemIntoExactlyOneBatch) {
    std::mt19937 random(7);
    std::vector<WorkItem> items;
    for (std::uint32_t i = 0; i < 5000; ++i) items.push_back(item(i, static_cast<std::uint32_t>(2 + random() % 60)));
    const BatchBudget budget{512, 24};
    std::vector<std::uint32_t> seen;
    for (const Batch& batch : planBatches(items, budget)) {
        EXPECT_LE(batch.tokens, budget.maxTokens);
        EXPECT_LE(batch.items.size(), budget.maxItems);
        for (const WorkItem& planned : batch.items) {
            EXPECT_EQ(planned.tokenCount, batch.items.front().tokenCount);
            seen.push_back(planned.text);
        }
    }
    std::sort(seen.begin(), seen.end());
    ASSERT_EQ(seen.size(), items.size());
    for (std::uint32_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i);
}

TEST(BatchPlanner, PutsItemsOfDifferentLengthsTogetherWhereTheModelMixesThem) {
    const BatchBudget budget{12, 1000, true};
    const auto batches = planBatches(std::vector{item(0, 5), item(1, 9), item(2, 2), item(3, 3), item(4, 13)}, budget);
    ASSERT_EQ(batches.size(), 3U);
    EXPECT_EQ(batches[0].items, std::vector{item(4, 13)}) << "longer than the budget, so alone";
    EXPECT_EQ(batches[1].items, std::vector{item(1, 9)});
    EXPECT_EQ(batches[2].items, (std::vector{item(0, 5), item(3, 3), item(2, 2)}));
    EXPECT_EQ(batches[2].tokens, 10U);
}

TEST(BatchPlanner, OfNothingIsNothing) { EXPECT_TRUE(planBatches({}, {}).empty()); }

}  // namespace
}  // namespace labelwright
