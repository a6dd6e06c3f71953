#include "ui/evaluation/truth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/labels/label_list.h"
#include "core/labels/merging.h"
#include "tests/ui/support/test_session.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::shared_ptr<const Dataset> datasetWithCells(const std::vector<std::string>& cells) {
    DatasetBuilder builder(DatasetSource{}, {"channel", "gold"});
    std::uint64_t line = 1;
    for (const std::string& cell : cells) {
        const std::array<std::string_view, 2> extras{"web", cell};
        builder.add("", "text", extras, ++line);
    }
    return std::move(builder).build();
}

const TruthSource goldColumn{std::string("gold")};

TEST(TruthOfAColumn, ReadsNamesAsAPersonWritesThem) {
    const LabelSet labels = testing::labelSetOf({"咨询", "App", "a|b"});
    const auto dataset = datasetWithCells({" 咨询 ", "ＡＰＰ", "a|b", "[\"app\"]", ""});
    const Truth truth = readTruth(*dataset, ReviewTable(5), labels, SelectionMode::SingleBest, goldColumn);
    EXPECT_THAT(labelColumn(truth.labels), ElementsAre(0U, 1U, 2U, 1U, missingAnswer));
    EXPECT_EQ(truth[LeftOut::NoTruth], 1U);
}

TEST(TruthOfAColumn, TakesSeveralLabelsOnlyWhereSeveralAreGiven) {
    const LabelSet labels = testing::labelSetOf({"咨询", "投诉"});
    const auto dataset = datasetWithCells({"投诉|咨询", "投诉"});
    const Truth several = readTruth(*dataset, ReviewTable(2), labels, SelectionMode::EveryAboveThreshold, goldColumn);
    EXPECT_THAT(several.labels[0], ElementsAre(0U, 1U));
    const Truth single = readTruth(*dataset, ReviewTable(2), labels, SelectionMode::SingleBest, goldColumn);
    EXPECT_TRUE(single.labels.missing(0));
    EXPECT_EQ(single[LeftOut::SeveralLabels], 1U);
    EXPECT_FALSE(single.labels.missing(1));
}

TEST(TruthOfAColumn, SaysWhichNamesTheSetDoesNotHave) {
    const LabelSet labels = testing::labelSetOf({"咨询"});
    const auto dataset = datasetWithCells({"建议", "咨询", "建议|咨询"});
    const Truth truth = readTruth(*dataset, ReviewTable(3), labels, SelectionMode::EveryAboveThreshold, goldColumn);
    EXPECT_EQ(truth[LeftOut::NotInSet], 2U);
    EXPECT_THAT(truth.unknownNames, ElementsAre("建议"));
}

TEST(TruthOfAColumn, IsThatOfTheLabelAnotherWasMergedInto) {
    LabelSet labels = testing::labelSetOf({"物流", "快递"});
    labels = *mergeLabels(labels, labels.labels[1].id, labels.labels[0].id);
    ASSERT_EQ(labels.labels.size(), 1U);
    const Truth truth = readTruth(*datasetWithCells({"快递"}), ReviewTable(1), labels, SelectionMode::SingleBest, goldColumn);
    EXPECT_THAT(labelColumn(truth.labels), ElementsAre(0U));
}

TEST(TruthOfAColumn, ThatIsNotThereLeavesEveryTextOut) {
    const Truth truth = readTruth(*datasetWithCells({"咨询", "咨询"}), ReviewTable(2), testing::labelSetOf({"咨询"}),
                                  SelectionMode::SingleBest, TruthSource{std::string("other")});
    EXPECT_EQ(truth[LeftOut::NoTruth], 2U);
}

TEST(TruthOfReviews, CountsWhatPeopleDecidedEvenThatNoLabelFits) {
    const LabelSet labels = testing::labelSetOf({"咨询", "投诉"});
    ReviewTable reviews(5);
    const auto decide = [&](std::size_t row, std::vector<LabelId> ids) {
        Review review;
        review.decided = true;
        review.labels = std::move(ids);
        reviews.set(row, review);
    };
    decide(0, {labels.labels[1].id});
    decide(1, {});
    decide(2, {"a label that was deleted"});
    decide(3, {labels.labels[0].id, labels.labels[1].id});
    const Truth truth = readTruth(*datasetWithCells({"", "", "", "", ""}), reviews, labels, SelectionMode::SingleBest, {});
    EXPECT_THAT(labelColumn(truth.labels), ElementsAre(1U, noLabel, missingAnswer, missingAnswer, missingAnswer));
    EXPECT_EQ(truth[LeftOut::NotInSet], 1U);
    EXPECT_EQ(truth[LeftOut::SeveralLabels], 1U);
    EXPECT_EQ(truth[LeftOut::NoTruth], 1U);
    EXPECT_THAT(truth.unknownNames, IsEmpty());
}

}  // namespace
}  // namespace labelwright::ui
