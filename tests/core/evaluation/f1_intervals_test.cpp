#include "core/evaluation/f1_intervals.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/evaluation/multi_label_report.h"

namespace labelwright {
namespace {

/// `copies` of four rows of two labels, one of them wrong.
std::pair<LabelLists, LabelLists> rowsOf(std::size_t copies) {
    LabelColumn gold;
    LabelColumn predicted;
    for (std::size_t i = 0; i < copies; ++i) {
        gold.insert(gold.end(), {0, 0, 1, 1});
        predicted.insert(predicted.end(), {0, 1, 1, 1});
    }
    return {labelLists(gold), labelLists(predicted)};
}

TEST(F1Intervals, HoldTheFigureAndAreTheSameEveryTime) {
    const auto [gold, predicted] = rowsOf(25);
    const auto intervals = f1Intervals(gold, predicted, 2);
    ASSERT_TRUE(intervals);
    const auto report = multiLabelReport(gold, predicted, 2);
    EXPECT_LT(intervals->micro.low, report->figures.micro.f1);
    EXPECT_GT(intervals->micro.high, report->figures.micro.f1);
    EXPECT_LT(intervals->macro.low, report->figures.macro.f1);
    EXPECT_GT(intervals->macro.high, report->figures.macro.f1);
    EXPECT_EQ(f1Intervals(gold, predicted, 2)->macro, intervals->macro);
}

TEST(F1Intervals, OfMicroF1AreThoseOfAProportionWhereEveryRowHasOneLabel) {
    const auto [gold, predicted] = rowsOf(250);
    const auto intervals = f1Intervals(gold, predicted, 2);
    const double deviation = std::sqrt(0.75 * 0.25 / 1000);
    EXPECT_NEAR(intervals->micro.low, 0.75 - 1.96 * deviation, 0.25 * deviation);
    EXPECT_NEAR(intervals->micro.high, 0.75 + 1.96 * deviation, 0.25 * deviation);
}

TEST(F1Intervals, NarrowWithTheRootOfTheRows) {
    const auto [few, fewPredicted] = rowsOf(25);
    const auto [many, manyPredicted] = rowsOf(2500);
    const double ratio = f1Intervals(few, fewPredicted, 2)->macro.width() / f1Intervals(many, manyPredicted, 2)->macro.width();
    EXPECT_NEAR(ratio, 10, 1.5);
}

TEST(F1Intervals, WithoutRowsOrErrorsAreWhatCanBeSaid) {
    EXPECT_EQ(f1Intervals({}, {}, 2)->macro, Interval{});
    const LabelLists right = labelLists(LabelColumn{0, 1, 0, 1});
    EXPECT_EQ(f1Intervals(right, right, 2)->micro, (Interval{1, 1}));
    EXPECT_FALSE(f1Intervals(right, {}, 2));
}

}  // namespace
}  // namespace labelwright
