#include "core/evaluation/classification_report.h"

#include <gtest/gtest.h>

#include <random>

#include "core/evaluation/confusion_matrix.h"

namespace labelwright {
namespace {

constexpr std::uint32_t a = 0;
constexpr std::uint32_t b = 1;
constexpr std::uint32_t c = 2;

ClassificationReport reportOf(const LabelColumn& gold, const LabelColumn& predicted, std::size_t labelCount, ReportOptions options = {}) {
    auto report = classificationReport(gold, predicted, labelCount, options);
    EXPECT_TRUE(report.ok());
    return *std::move(report);
}

TEST(ClassificationReport, CountsWhatACaseByHandCounts) {
    const auto report = reportOf({a, a, a, b, b, c}, {a, a, b, b, c, c}, 3);
    EXPECT_EQ(report.rows, 6U);
    EXPECT_EQ(report.correct, 4U);
    EXPECT_DOUBLE_EQ(report.accuracy, 4.0 / 6);
    const LabelFigures& first = report.figures.labels[a];
    EXPECT_EQ(first.counts, (LabelCounts{2, 2, 3}));
    EXPECT_DOUBLE_EQ(first.figures.precision, 1);
    EXPECT_DOUBLE_EQ(first.figures.recall, 2.0 / 3);
    EXPECT_DOUBLE_EQ(first.figures.f1, 0.8);
    EXPECT_DOUBLE_EQ(report.figures.labels[b].figures.f1, 0.5);
    EXPECT_DOUBLE_EQ(report.figures.labels[c].figures.f1, 2.0 / 3);
    EXPECT_DOUBLE_EQ(report.figures.macro.f1, (0.8 + 0.5 + 2.0 / 3) / 3);
    EXPECT_DOUBLE_EQ(report.figures.weighted.f1, (3 * 0.8 + 2 * 0.5 + 2.0 / 3) / 6);
}

TEST(ClassificationReport, OfNoRowsIsZeroEverywhereAndItsIntervalsSayNothing) {
    for (const auto& report : {reportOf({}, {}, 2), reportOf({missingAnswer, a}, {a, missingAnswer}, 2), reportOf({}, {}, 0)}) {
        EXPECT_EQ(report.rows, 0U);
        EXPECT_EQ(report.accuracy, 0);
        EXPECT_EQ(report.accuracyInterval, (Interval{0, 1}));
        EXPECT_EQ(report.figures.macro, Figures());
        EXPECT_EQ(report.figures.weighted, Figures());
    }
}

TEST(ClassificationReport, OfOneClassThatIsAlwaysRightIsOne) {
    const auto report = reportOf({a, a}, {a, a}, 1);
    EXPECT_EQ(report.figures.macro, (Figures{1, 1, 1, 1}));
    EXPECT_EQ(report.accuracyInterval.high, 1);
    EXPECT_LT(report.accuracyInterval.low, 0.5);
}

TEST(ClassificationReport, ALabelThatIsNeverPredictedHasNoPrecisionAndCounts) {
    const auto report = reportOf({a, b}, {a, a}, 2);
    EXPECT_EQ(report.figures.labels[b].figures, Figures());
    EXPECT_EQ(report.figures.labels[b].precision, (Interval{0, 1})) << "nothing is known of it";
    EXPECT_DOUBLE_EQ(report.figures.macro.recall, 0.5);
}

TEST(ClassificationReport, ALabelThatNeverOccursCountsOnlyInTheMacroAverageOverAll) {
    EXPECT_DOUBLE_EQ(reportOf({a, b}, {a, b}, 3).figures.macro.f1, 1);
    EXPECT_DOUBLE_EQ(reportOf({a, b}, {a, b}, 3, {AveragedLabels::All, usualLevel}).figures.macro.f1, 2.0 / 3);
}

TEST(ClassificationReport, WhereEverythingIsAbstainedFromNothingIsCovered) {
    const auto report = reportOf({a, b}, {noLabel, noLabel}, 2);
    EXPECT_EQ(report.rows, 2U);
    EXPECT_EQ(report.answered, 0U);
    EXPECT_EQ(report.accuracy, 0);
    EXPECT_EQ(report.coverage, 0);
    EXPECT_EQ(report.answeredAccuracy, 0);
    EXPECT_EQ(report.answeredInterval, (Interval{0, 1}));
}

TEST(ClassificationReport, AbstainingIsWrongWhereThereIsALabelAndRightWhereNoneFits) {
    const auto report = reportOf({a, a, noLabel, noLabel}, {a, noLabel, noLabel, b}, 2);
    EXPECT_DOUBLE_EQ(report.accuracy, 0.5);
    EXPECT_DOUBLE_EQ(report.coverage, 0.5);
    EXPECT_DOUBLE_EQ(report.answeredAccuracy, 0.5);
    EXPECT_DOUBLE_EQ(report.figures.labels[a].figures.recall, 0.5);
    EXPECT_EQ(report.figures.labels[b].counts, (LabelCounts{0, 1, 0}));
}

TEST(ClassificationReport, RefusesColumnsThatDoNotFitEachOther) {
    const auto shorter = classificationReport(LabelColumn{a, b}, LabelColumn{a}, 2);
    ASSERT_FALSE(shorter);
    EXPECT_EQ(shorter.error().code, ErrorCode::InvalidArgument);
    const auto outside = classificationReport(LabelColumn{a, c}, LabelColumn{a, a}, 2);
    ASSERT_FALSE(outside);
    EXPECT_EQ(outside.error().arguments, (std::vector<std::string>{"gold", "label"}));
    EXPECT_NE(outside.error().detail.find("row 2"), std::string::npos);
}

TEST(ClassificationReport, IntervalsHoldTheirFiguresAndAHigherLevelIsWider) {
    const LabelColumn gold{a, a, a, b, b, c, a, b};
    const LabelColumn predicted{a, b, a, b, b, a, a, c};
    const auto usual = reportOf(gold, predicted, 3);
    const auto wider = reportOf(gold, predicted, 3, {AveragedLabels::Occurring, 0.99});
    for (std::size_t k = 0; k < 3; ++k) {
        const LabelFigures& label = usual.figures.labels[k];
        EXPECT_LE(label.f1.low, label.figures.f1);
        EXPECT_GE(label.f1.high, label.figures.f1);
        EXPECT_LE(label.precision.low, label.figures.precision);
        EXPECT_GE(label.recall.high, label.figures.recall);
        EXPECT_GT(wider.figures.labels[k].f1.width(), label.f1.width());
    }
}

TEST(WilsonInterval, IsThatOfTheTextbook) {
    // 81 of 263: Newcombe (1998), Table I.
    const Interval interval = wilsonInterval(81, 263);
    EXPECT_NEAR(interval.low, 0.2553, 5e-5);
    EXPECT_NEAR(interval.high, 0.3662, 5e-5);
    EXPECT_EQ(wilsonInterval(0, 20).low, 0);
    EXPECT_NEAR(wilsonInterval(0, 20).high, 0.1611, 5e-5);
}

/// Columns of random answers, "none" and missing ones among them.
class RandomColumns : public ::testing::TestWithParam<unsigned> {
protected:
    LabelColumn column(bool withNone) {
        LabelColumn answers(200);
        for (std::uint32_t& answer : answers) {
            const auto drawn = static_cast<std::uint32_t>(m_random()) % (m_labelCount + 2);
            answer = drawn < m_labelCount ? drawn : drawn == m_labelCount || !withNone ? drawn % m_labelCount : noLabel;
            if (m_random() % 20 == 0) answer = missingAnswer;
        }
        return answers;
    }
    std::mt19937 m_random{GetParam()};
    std::uint32_t m_labelCount = 1 + static_cast<std::uint32_t>(m_random()) % 6;
};

TEST_P(RandomColumns, AccuracyIsTheTraceOfTheConfusionMatrixOverItsSum) {
    const LabelColumn gold = column(true);
    const LabelColumn predicted = column(true);
    const auto matrix = confusionMatrix(gold, predicted, m_labelCount);
    const auto report = reportOf(gold, predicted, m_labelCount);
    ASSERT_TRUE(matrix);
    EXPECT_EQ(report.rows, matrix->total());
    EXPECT_DOUBLE_EQ(report.accuracy, static_cast<double>(matrix->diagonal()) / static_cast<double>(matrix->total()));
}

TEST_P(RandomColumns, MicroF1IsTheAccuracyWhereEveryRowHasALabel) {
    const auto report = reportOf(column(false), column(false), m_labelCount);
    EXPECT_DOUBLE_EQ(report.figures.micro.f1, report.accuracy);
    EXPECT_DOUBLE_EQ(report.figures.micro.precision, report.accuracy);
    EXPECT_DOUBLE_EQ(report.figures.weighted.recall, report.accuracy);
}

TEST_P(RandomColumns, SwappingGoldAndPredictionSwapsPrecisionAndRecall) {
    const LabelColumn gold = column(true);
    const LabelColumn predicted = column(true);
    const auto report = reportOf(gold, predicted, m_labelCount).figures;
    const auto swapped = reportOf(predicted, gold, m_labelCount).figures;
    EXPECT_DOUBLE_EQ(report.macro.precision, swapped.macro.recall);
    EXPECT_DOUBLE_EQ(report.macro.f1, swapped.macro.f1);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomColumns, ::testing::Range(0U, 20U));

}  // namespace
}  // namespace labelwright
