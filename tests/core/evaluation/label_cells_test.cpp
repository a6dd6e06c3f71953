#include "core/evaluation/label_cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto single = SelectionMode::SingleBest;
constexpr auto several = SelectionMode::EveryAboveThreshold;

TEST(LabelCells, HoldOneNameOrSeveral) {
    EXPECT_THAT(labelsInCell(" 好评\r\n", single), ElementsAre("好评"));
    EXPECT_THAT(labelsInCell("a|b", single), ElementsAre("a|b")) << "a bar is a character of a name where there is one label a row";
    EXPECT_THAT(labelsInCell("a| b |", several), ElementsAre("a", "b"));
    EXPECT_THAT(labelsInCell(R"(["a|b","c"])", several), ElementsAre("a|b", "c"));
    EXPECT_THAT(labelsInCell(R"(["a"])", single), ElementsAre("a"));
}

TEST(LabelCells, MayBeEmpty) {
    for (const auto mode : {single, several}) {
        EXPECT_THAT(labelsInCell("", mode), IsEmpty());
        EXPECT_THAT(labelsInCell("  ", mode), IsEmpty());
        EXPECT_THAT(labelsInCell("[]", mode), IsEmpty());
    }
    EXPECT_THAT(labelsInCell("|", several), IsEmpty());
}

TEST(LabelCells, ThatOnlyLookLikeJsonAreNames) {
    EXPECT_THAT(labelsInCell("[urgent]", single), ElementsAre("[urgent]"));
    EXPECT_THAT(labelsInCell("[1, 2]", single), ElementsAre("[1, 2]"));
    EXPECT_THAT(labelsInCell("[a|b]", several), ElementsAre("[a", "b]"));
}

TEST(LabelNumbers, AreGivenInTheOrderOfNames) {
    LabelNumbers numbers;
    EXPECT_EQ(numbers.numberOf("b"), 0U);
    EXPECT_EQ(numbers.numberOf("a"), 1U);
    EXPECT_EQ(numbers.numberOf("b"), 0U);
    EXPECT_THAT(numbers.names(), ElementsAre("b", "a"));
}

}  // namespace
}  // namespace labelwright
