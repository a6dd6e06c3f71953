#include "core/evaluation/confusion_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
    EXPECT_THAT(confusionMatrix({}, {}, 0)->confusions(1), IsEmpty());
}

TEST(ConfusionMatrix, EveryCellListsItsRows) {
    EXPECT_THAT(rowsOfCell(gold, predicted, 0, 1), ElementsAre(1U, 2U));
    EXPECT_THAT(rowsOfCell(gold, predicted, 1, noLabel), ElementsAre(4U));
    EXPECT_THAT(rowsOfCell(gold, predicted, 1, 0), IsEmpty());
}

TEST(ConfusionMatrix, RefusesColumnsThatDoNotFitEachOther) {
    EXPECT_FALSE(confusionMatrix(gold, LabelColumn{0}, 2));
    EXPECT_FALSE(confusionMatrix(gold, predicted, 1));
}

}  // namespace
}  // namespace labelwright
