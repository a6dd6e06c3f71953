#include "core/evaluation/confusion_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const LabelColumn gold{0, 0, 0, 1, 1, noLabel, missingAnswer};
const LabelColumn predicted{0, 1, 1, 1, noLabel, 0, 0};

TEST(ConfusionMatrix, HasNoneAsRowAndColumnOfItsOwn) {
    const auto matrix = confusionMatrix(gold, predicted, 2);
    ASSERT_TRUE(matrix);
    EXPECT_THAT(matrix->cells(), ElementsAre(ConfusionCell{0, 0, 1}, ConfusionCell{0, 1, 2}, ConfusionCell{1, 1, 1},
                                             ConfusionCell{1, noLabel, 1}, ConfusionCell{noLabel, 0, 1}));
    EXPECT_EQ(matrix->at(0, 1), 2U);
    EXPECT_EQ(matrix->at(1, 0), 0U);
    EXPECT_EQ(matrix->at(noLabel, noLabel), 0U);
    EXPECT_EQ(matrix->total(), 6U);
    EXPECT_EQ(matrix->diagonal(), 2U);
}

TEST(ConfusionMatrix, NamesWhatIsConfusedMostFirst) {
    const auto matrix = confusionMatrix(gold, predicted, 2);
    ASSERT_TRUE(matrix);
    EXPECT_THAT(matrix->confusions(2), ElementsAre(ConfusionCell{0, 1, 2}, ConfusionCell{1, noLabel, 1}));
    EXPECT_EQ(matrix->confusions(100).size(), 3U);
    EXPECT_THAT(confusionMatrix(LabelColumn{}, LabelColumn{}, 0)->confusions(1), IsEmpty());
}

TEST(ConfusionMatrix, EveryCellListsItsRows) {
    EXPECT_THAT(rowsOfCell(gold, predicted, 0, 1), ElementsAre(1U, 2U));
    EXPECT_THAT(rowsOfCell(gold, predicted, 1, noLabel), ElementsAre(4U));
    EXPECT_THAT(rowsOfCell(gold, predicted, 1, 0), IsEmpty());
}

TEST(ConfusionMatrix, OfListsOfOneLabelIsThatOfTheColumns) {
    const auto lists = confusionMatrix(labelLists(gold), labelLists(predicted), 2);
    ASSERT_TRUE(lists);
    const auto columns = confusionMatrix(gold, predicted, 2);
    EXPECT_TRUE(std::ranges::equal(lists->cells(), columns->cells()));
    for (const std::uint32_t g : {0U, 1U, noLabel})
        for (const std::uint32_t p : {0U, 1U, noLabel})
            EXPECT_EQ(rowsOfCell(labelLists(gold), labelLists(predicted), g, p), rowsOfCell(gold, predicted, g, p)) << g << ' ' << p;
}

TEST(ConfusionMatrix, OfSeveralLabelsPairsWhatIsLackingWithWhatIsWrong) {
    const auto listsOf = [](const std::vector<std::vector<std::uint32_t>>& rows) {
        LabelLists lists;
        for (const auto& row : rows) lists.add(row);
        return lists;
    };
    const LabelLists right = listsOf({{0, 1}, {0, 1}, {0, 2}, {0}, {}, {}});
    const LabelLists said = listsOf({{0, 1}, {0, 2}, {0}, {0, 1}, {}, {1, 2}});
    const auto matrix = confusionMatrix(right, said, 3);
    ASSERT_TRUE(matrix);
    EXPECT_THAT(matrix->cells(),
                ElementsAre(ConfusionCell{0, 0, 4}, ConfusionCell{1, 1, 1}, ConfusionCell{1, 2, 1}, ConfusionCell{2, noLabel, 1},
                            ConfusionCell{noLabel, 1, 2}, ConfusionCell{noLabel, 2, 1}, ConfusionCell{noLabel, noLabel, 1}));
    EXPECT_THAT(rowsOfCell(right, said, 1, 2), ElementsAre(1U));
    EXPECT_THAT(rowsOfCell(right, said, noLabel, 1), ElementsAre(3U, 5U));
    EXPECT_THAT(rowsOfCell(right, said, 0, 0), ElementsAre(0U, 1U, 2U, 3U));
    EXPECT_FALSE(confusionMatrix(right, said, 2));
}

TEST(ConfusionMatrix, RefusesColumnsThatDoNotFitEachOther) {
    EXPECT_FALSE(confusionMatrix(gold, LabelColumn{0}, 2));
    EXPECT_FALSE(confusionMatrix(gold, predicted, 1));
}

}  // namespace
}  // namespace labelwright
