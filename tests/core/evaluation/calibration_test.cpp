#include <gtest/gtest.h>

#include <cmath>

#include "core/evaluation/probability_scores.h"
#include "core/evaluation/reliability.h"

namespace labelwright {
namespace {

constexpr float unscored = std::numeric_limits<float>::quiet_NaN();

TEST(Reliability, MeasuresTheDistanceBetweenSureAndRight) {
    Reliability reliability;
    for (int i = 0; i < 10; ++i) reliability.add(0.95, i < 6);  // 0.6 right
    for (int i = 0; i < 10; ++i) reliability.add(0.25, i < 2);  // 0.2 right
    EXPECT_EQ(reliability.count(), 20U);
    EXPECT_NEAR(reliability.expectedError(), (0.35 + 0.05) / 2, 1e-12);
    EXPECT_NEAR(reliability.greatestError(), 0.35, 1e-12);
    const auto bins = reliability.bins();
    ASSERT_EQ(bins.size(), 10U);
    EXPECT_EQ(bins[9].count, 10U);
    EXPECT_NEAR(bins[9].meanProbability, 0.95, 1e-12);
    EXPECT_DOUBLE_EQ(bins[9].accuracy, 0.6);
    EXPECT_LT(bins[9].interval.low, 0.6);
    EXPECT_EQ(bins[5].count, 0U);
    EXPECT_EQ(bins[5].interval, (Interval{0, 1}));
}

TEST(Reliability, PutsAnEdgeIntoTheBinBelow) {
    Reliability reliability;
    for (const double probability : {0.0, 0.1, 0.2, 0.5, 1.0}) reliability.add(probability, true);
    const auto bins = reliability.bins();
    EXPECT_EQ(bins[0].count, 2U) << "0 and 0.1";
    EXPECT_EQ(bins[1].count, 1U);
    EXPECT_EQ(bins[4].count, 1U);
    EXPECT_EQ(bins[9].count, 1U);
    EXPECT_EQ(bins[9].high, 1);
}

TEST(Reliability, OfNothingIsZero) {
    Reliability reliability(0);
    reliability.add(unscored, true);
    EXPECT_EQ(reliability.count(), 0U);
    EXPECT_EQ(reliability.expectedError(), 0);
    EXPECT_EQ(reliability.greatestError(), 0);
    EXPECT_EQ(reliability.bins().size(), 1U) << "at least one bin";
}

TEST(ProbabilityScores, OfLabelsThatExcludeEachOther) {
    ProbabilityScores scores;
    scores.add(std::vector<float>{0.5F, 0.25F, 0.25F}, std::uint32_t{0});
    EXPECT_DOUBLE_EQ(scores.brier(), 0.25 + 2 * 0.0625);
    EXPECT_DOUBLE_EQ(scores.logLoss(), std::log(2));
    scores.add(std::vector<float>{0, 1, 0}, std::uint32_t{0});
    EXPECT_DOUBLE_EQ(scores.brier(), (0.375 + 2) / 2);
    EXPECT_NEAR(scores.logLoss(), (std::log(2) + 52 * std::log(2)) / 2, 1e-12) << "a certainty that is wrong costs much, not everything";
}

TEST(ProbabilityScores, OfLabelsJudgedAlone) {
    ProbabilityScores scores;
    scores.add(std::vector<float>{0.5F, 0.25F}, std::vector<std::uint32_t>{0});
    EXPECT_DOUBLE_EQ(scores.brier(), (0.25 + 0.0625) / 2);
    EXPECT_DOUBLE_EQ(scores.logLoss(), (std::log(2) - std::log(0.75)) / 2);
}

TEST(ProbabilityScores, PassOverRowsThatCannotBeJudged) {
    ProbabilityScores scores;
    scores.add(std::vector<float>{0.5F, unscored}, std::uint32_t{0});
    scores.add(std::vector<float>{0.5F, 0.5F}, std::uint32_t{2});
    scores.add(std::vector<float>{unscored}, std::vector<std::uint32_t>{});
    EXPECT_EQ(scores.rows(), 0U);
    EXPECT_EQ(scores.brier(), 0);
    EXPECT_EQ(scores.logLoss(), 0);
}

}  // namespace
}  // namespace labelwright
