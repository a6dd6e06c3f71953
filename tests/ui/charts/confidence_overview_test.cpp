#include "ui/charts/confidence_overview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace labelwright::ui {
namespace {

DecisionTable tableOf(std::vector<std::uint16_t> best, std::vector<float> confidence) {
    DecisionTable table;
    table.margin.resize(best.size());
    table.best = std::move(best);
    table.confidence = std::move(confidence);
    table.labelCounts = {2, 1};
    table.abstained = 1;
    table.unscored = 1;
    return table;
}

TEST(ConfidenceOverview, CountsEveryScoredTextInOneBin) {
    const DecisionTable table = tableOf({0, 0, 1, DecisionTable::noLabel, DecisionTable::notScored}, {0.0F, 1.0F, 0.52F, 0.31F, 0.0F});
    const auto overview = gatherOverview(table);
    ASSERT_TRUE(overview);
    EXPECT_EQ(overview->labeled.front(), 1U);
    EXPECT_EQ(overview->labeled.back(), 1U);  // exactly 1 belongs to the last bin
    EXPECT_EQ(overview->labeled[10], 1U);
    EXPECT_EQ(overview->withoutLabel[6], 1U);
    EXPECT_EQ(std::accumulate(overview->labeled.begin(), overview->labeled.end(), std::uint64_t{0}), 3U);
    EXPECT_EQ(overview->texts, 5U);
    EXPECT_THAT(overview->labelCounts, ::testing::ElementsAre(2, 1));
    EXPECT_FLOAT_EQ(*overview->median, 0.52F);
}

TEST(ConfidenceOverview, HasNoMedianWithoutScores) {
    const auto overview = gatherOverview(tableOf({DecisionTable::notScored}, {0}));
    ASSERT_TRUE(overview);
    EXPECT_FALSE(overview->median);
}

TEST(ConfidenceOverview, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(gatherOverview(tableOf({0}, {0.5F}), stop.get_token()));
}

}  // namespace
}  // namespace labelwright::ui
