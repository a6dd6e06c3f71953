#include "core/evaluation/multi_label_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/evaluation/classification_report.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LabelLists lists(const std::vector<std::vector<std::uint32_t>>& rows) {
    LabelLists lists;
    for (const auto& row : rows) lists.add(row);
    return lists;
}

TEST(MultiLabelReport, CountsWhatACaseByHandCounts) {
    const auto report = multiLabelReport(lists({{0, 1}, {1}, {}}), lists({{0}, {1}, {2}}), 3);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->exact, 1U);
    EXPECT_DOUBLE_EQ(report->subsetAccuracy, 1.0 / 3);
    EXPECT_DOUBLE_EQ(report->hammingLoss, 2.0 / 9);
    EXPECT_DOUBLE_EQ(report->samples.jaccard, (0.5 + 1 + 0) / 3);
    EXPECT_DOUBLE_EQ(report->samples.recall, (0.5 + 1 + 0) / 3);
    EXPECT_DOUBLE_EQ(report->samples.precision, 2.0 / 3);
    EXPECT_DOUBLE_EQ(report->figures.micro.f1, 2.0 * 2 / (3 + 3));
    EXPECT_EQ(report->figures.labels[1].counts, (LabelCounts{1, 1, 2}));
}

TEST(MultiLabelReport, NoneOnBothSidesIsExactAndDividesByZero) {
    const auto report = multiLabelReport(lists({{}}), lists({{}}), 2);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->subsetAccuracy, 1);
    EXPECT_EQ(report->hammingLoss, 0);
    EXPECT_EQ(report->samples, Figures()) << "zero_division=0";
}

TEST(MultiLabelReport, LeavesOutRowsWithoutAnAnswer) {
    LabelLists gold = lists({{0}, {1}});
    gold.addMissing();
    LabelLists predicted = lists({{0}});
    predicted.addMissing();
    predicted.add(std::vector<std::uint32_t>{1});
    const auto report = multiLabelReport(gold, predicted, 2);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->rows, 1U);
    EXPECT_EQ(report->subsetAccuracy, 1);
    EXPECT_EQ(multiLabelReport({}, {}, 0)->rows, 0U);
}

TEST(MultiLabelReport, OfOneLabelARowAgreesWithTheClassificationReport) {
    const LabelColumn gold{0, 1, 2, 2, noLabel, missingAnswer};
    const LabelColumn predicted{0, 2, 2, noLabel, noLabel, 1};
    const auto multi = multiLabelReport(labelLists(gold), labelLists(predicted), 3);
    const auto single = classificationReport(gold, predicted, 3);
    ASSERT_TRUE(multi && single);
    EXPECT_EQ(multi->subsetAccuracy, single->accuracy);
    EXPECT_EQ(multi->figures.macro, single->figures.macro);
    EXPECT_EQ(multi->figures.micro, single->figures.micro);
}

TEST(MultiLabelReport, RefusesListsThatDoNotFitEachOther) {
    EXPECT_FALSE(multiLabelReport(lists({{0}}), lists({}), 1));
    EXPECT_FALSE(multiLabelReport(lists({{0}}), lists({{1}}), 1));
}

TEST(LabelLists, SortLabelsAndForgetDoubledOnes) {
    const LabelLists rows = lists({{2, 0, 2}, {}, {1}});
    EXPECT_THAT(rows[0], ElementsAre(0U, 2U));
    EXPECT_THAT(rows[1], IsEmpty());
    EXPECT_THAT(rows[2], ElementsAre(1U));
    EXPECT_EQ(rows.labelCount(), 3U);
    EXPECT_EQ(commonLabels(rows[0], rows[2]), 0U);
    EXPECT_EQ(commonLabels(rows[0], std::vector<std::uint32_t>{0, 1, 2}), 2U);
}

TEST(LabelLists, OfOneLabelARowAreAColumn) {
    const LabelColumn column{1, noLabel, missingAnswer, 0};
    EXPECT_EQ(labelColumn(labelLists(column)), column);
}

}  // namespace
}  // namespace labelwright
