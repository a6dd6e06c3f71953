#include "core/evaluation/run_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(RunComparison, CountsWhatACaseByHandCounts) {
    const LabelColumn first{0, 0, 1, noLabel, missingAnswer, 1};
    const LabelColumn second{0, 1, 1, noLabel, 0, noLabel};
    const LabelColumn gold{0, 1, 1, 0, 0, missingAnswer};
    const auto comparison = compareRuns(first, second, 2, gold);
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison->rows, 5U);
    EXPECT_DOUBLE_EQ(comparison->agreement, 0.6);
    EXPECT_DOUBLE_EQ(comparison->jaccard, 0.6);
    EXPECT_THAT(comparison->differing, ElementsAre(1U, 5U));
    // By chance: 0 is 2 and 1 of 5, 1 is 2 and 2, none is 1 and 2.
    const double byChance = (2.0 * 1 + 2 * 2 + 1 * 2) / 25;
    EXPECT_DOUBLE_EQ(*comparison->kappa, (0.6 - byChance) / (1 - byChance));
    ASSERT_TRUE(comparison->gold);
    EXPECT_EQ(comparison->gold->rows, 4U);
    EXPECT_EQ(comparison->gold->firstCorrect, 2U);
    EXPECT_EQ(comparison->gold->secondCorrect, 3U);
    EXPECT_EQ(comparison->gold->bothCorrect, 2U);
    EXPECT_EQ(comparison->gold->test.onlySecond, 1U);
}

TEST(RunComparison, OfEqualRunsHasNothingThatDiffers) {
    const LabelColumn run{0, 1, 1, noLabel};
    const auto comparison = compareRuns(run, run, 2, LabelColumn{0, 0, 1, 1});
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison->agreement, 1);
    EXPECT_EQ(*comparison->kappa, 1);
    EXPECT_THAT(comparison->differing, IsEmpty());
    EXPECT_EQ(comparison->gold->test.pValue, 1);
}

TEST(RunComparison, HasNoKappaWhereBothSayTheSameEverywhere) {
    EXPECT_FALSE(compareRuns(LabelColumn{1, 1, 1}, LabelColumn{1, 1, 1}, 2)->kappa);
    EXPECT_FALSE(compareRuns(LabelColumn{noLabel}, LabelColumn{noLabel}, 2)->kappa);
    EXPECT_EQ(*compareRuns(LabelColumn{1, 1}, LabelColumn{0, 0}, 2)->kappa, 0);
}

TEST(RunComparison, OfNoRowsSaysNothing) {
    for (const auto& comparison : {compareRuns(LabelColumn{}, LabelColumn{}, 2), compareRuns(LabelLists(), LabelLists(), 2)}) {
        ASSERT_TRUE(comparison);
        EXPECT_EQ(comparison->rows, 0U);
        EXPECT_EQ(comparison->agreement, 0);
        EXPECT_FALSE(comparison->kappa);
        EXPECT_FALSE(comparison->gold);
        EXPECT_EQ(comparison->agreementInterval, (Interval{0, 1}));
    }
}

TEST(RunComparison, OfSeveralLabelsComparesWholeAnswers) {
    LabelLists first;
    LabelLists second;
    for (const auto& [a, b] : std::vector<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>{
             {{0, 1}, {1, 0}}, {{0, 1}, {1}}, {{}, {}}, {{}, {2}}}) {
        first.add(a);
        second.add(b);
    }
    first.addMissing();
    second.add(std::vector<std::uint32_t>{0});
    const auto comparison = compareRuns(first, second, 3, &second);
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison->rows, 4U);
    EXPECT_DOUBLE_EQ(comparison->agreement, 0.5);
    EXPECT_DOUBLE_EQ(comparison->jaccard, (1 + 0.5 + 1 + 0) / 4);
    EXPECT_THAT(comparison->differing, ElementsAre(1U, 3U));
    EXPECT_EQ(comparison->gold->secondCorrect, 4U);
    EXPECT_EQ(comparison->gold->test.onlySecond, 2U);
    EXPECT_FALSE(comparison->kappa);
}

TEST(RunComparison, RefusesColumnsThatDoNotFitEachOther) {
    EXPECT_FALSE(compareRuns(LabelColumn{0}, LabelColumn{0, 1}, 2));
    EXPECT_FALSE(compareRuns(LabelColumn{0, 2}, LabelColumn{0, 1}, 2));
    EXPECT_FALSE(compareRuns(LabelColumn{0, 1}, LabelColumn{0, 1}, 2, LabelColumn{0}));
    const LabelLists one = labelLists(LabelColumn{0});
    EXPECT_FALSE(compareRuns(one, LabelLists(), 2));
}

TEST(McNemarTest, IsExactForFewDiscordantRows) {
    const McNemar test = mcNemarTest(1, 5);
    EXPECT_EQ(test.method, McNemarMethod::ExactBinomial);
    EXPECT_NEAR(test.pValue, 2 * (1.0 + 6) / 64, 1e-15);
    EXPECT_EQ(test.statistic, 1);
    EXPECT_EQ(mcNemarTest(5, 1).pValue, test.pValue);
    EXPECT_EQ(mcNemarTest(0, 0).pValue, 1);
    EXPECT_EQ(mcNemarTest(4, 4).pValue, 1);
    EXPECT_EQ(mcNemarTest(12, 12).method, McNemarMethod::ExactBinomial);
}

TEST(McNemarTest, IsChiSquaredWithContinuityCorrectionForMany) {
    // 121 and 59: (62 - 1)^2 / 180.
    const McNemar test = mcNemarTest(121, 59);
    EXPECT_EQ(test.method, McNemarMethod::ChiSquared);
    EXPECT_DOUBLE_EQ(test.statistic, 61.0 * 61 / 180);
    EXPECT_NEAR(test.pValue, std::erfc(std::sqrt(test.statistic / 2)), 1e-15);
    EXPECT_EQ(mcNemarTest(20, 20).pValue, 1);
    EXPECT_EQ(mcNemarTest(13, 12).method, McNemarMethod::ChiSquared);
}

}  // namespace
}  // namespace labelwright
