#include "core/evaluation/coverage_curve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<ScoredAnswer> answers{{0.9F, true}, {0.5F, false}, {0.8F, true}, {0.5F, true}};

TEST(CoverageCurve, HasOnePointForEachConfidenceThatOccurs) {
    const CoverageCurve curve = coverageCurve(answers, 5);
    EXPECT_THAT(curve.points, ElementsAre(CoveragePoint{0.9F, 1, 1}, CoveragePoint{0.8F, 2, 2}, CoveragePoint{0.5F, 4, 3}));
    EXPECT_DOUBLE_EQ(curve.coverage(curve.points.back()), 0.8) << "one row has no answer at any threshold";
    EXPECT_DOUBLE_EQ(curve.points.back().accuracy(), 0.75);
}

TEST(CoverageCurve, SaysWhatAThresholdDoes) {
    const CoverageCurve curve = coverageCurve(answers, 4);
    EXPECT_EQ(curve.at(0), (CoveragePoint{0, 4, 3}));
    EXPECT_EQ(curve.at(0.5F), (CoveragePoint{0.5F, 4, 3})) << "a row as sure as the threshold is answered";
    EXPECT_EQ(curve.at(0.6F), (CoveragePoint{0.6F, 2, 2}));
    EXPECT_EQ(curve.at(0.95F), (CoveragePoint{0.95F, 0, 0}));
    EXPECT_EQ(curve.at(0.95F).accuracy(), 0);
}

TEST(CoverageCurve, AreaIsTheMeanErrorAmongTheSurest) {
    // Accuracies 1, 1, then within the tie 2.5 / 3 and 3 / 4.
    EXPECT_NEAR(coverageCurve(answers, 4).areaUnderRisk, 1 - (1 + 1 + 2.5 / 3 + 0.75) / 4, 1e-12);
    EXPECT_EQ(coverageCurve(std::vector<ScoredAnswer>{{0.3F, true}, {0.2F, true}}, 2).areaUnderRisk, 0);
    EXPECT_EQ(coverageCurve(std::vector<ScoredAnswer>{{0.3F, false}}, 1).areaUnderRisk, 1);
}

TEST(CoverageCurve, DoesNotDependOnTheOrderOfRowsNotEvenWithTies) {
    std::mt19937 random(7);
    std::vector<ScoredAnswer> rows(300);
    for (ScoredAnswer& row : rows) row = {static_cast<float>(random() % 10) / 10, random() % 3 != 0};
    const CoverageCurve curve = coverageCurve(rows, rows.size());
    std::shuffle(rows.begin(), rows.end(), random);
    const CoverageCurve shuffled = coverageCurve(rows, rows.size());
    EXPECT_EQ(curve.points, shuffled.points);
    EXPECT_EQ(curve.areaUnderRisk, shuffled.areaUnderRisk);
}

TEST(CoverageCurve, OfNothingIsEmpty) {
    const CoverageCurve curve = coverageCurve({}, 0);
    EXPECT_THAT(curve.points, IsEmpty());
    EXPECT_EQ(curve.areaUnderRisk, 0);
    EXPECT_EQ(curve.at(0.5F).answered, 0U);
    EXPECT_EQ(curve.coverage(curve.at(0.5F)), 0);
    EXPECT_THAT(coverageCurve(std::vector<ScoredAnswer>{{std::nanf(""), true}}, 1).points, IsEmpty());
}

TEST(CoverageCurve, IsThinnedToFirstLastAndEvenlyBetween) {
    std::vector<ScoredAnswer> rows;
    for (int i = 0; i < 1000; ++i) rows.push_back({static_cast<float>(i) / 1000, true});
    const CoverageCurve curve = coverageCurve(rows, rows.size());
    const auto few = thinned(curve, 11);
    EXPECT_EQ(few.size(), 11U);
    EXPECT_EQ(few.front(), curve.points.front());
    EXPECT_EQ(few.back(), curve.points.back());
    EXPECT_NEAR(few[5].answered, 500, 2);
    EXPECT_EQ(thinned(curve, 5000).size(), 1000U);
}

TEST(ScoredAnswers, AreOfRowsWithGoldAndABestLabel) {
    const LabelColumn best{0, 1, missingAnswer, 1, 1};
    const std::vector<float> confidence{0.9F, 0.8F, 0.7F, 0.6F, 0.5F};
    EXPECT_THAT(scoredAnswers(LabelColumn{0, 0, 0, missingAnswer, noLabel}, best, confidence),
                ElementsAre(ScoredAnswer{0.9F, true}, ScoredAnswer{0.8F, false}, ScoredAnswer{0.5F, false}));
    LabelLists gold;
    for (int row = 0; row < 4; ++row) gold.add(std::vector<std::uint32_t>{0, 1});
    gold.add({});
    EXPECT_THAT(scoredAnswers(gold, best, confidence),
                ElementsAre(ScoredAnswer{0.9F, true}, ScoredAnswer{0.8F, true}, ScoredAnswer{0.6F, true}, ScoredAnswer{0.5F, false}));
}

}  // namespace
}  // namespace labelwright
