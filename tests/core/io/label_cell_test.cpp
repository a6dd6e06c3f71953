#include "core/io/label_cell.h"

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

TEST(LabelCells, UseTheSeparatorThatIsSaid) {
    EXPECT_THAT(labelsInCell("a#b", '#'), ElementsAre("a", "b"));
    EXPECT_THAT(labelsInCell("a,b;c", ';'), ElementsAre("a,b", "c"));
    EXPECT_THAT(labelsInCell(R"({"choices":["a","b"]})", '|'), ElementsAre("a", "b")) << "how Label Studio writes several choices";
}

TEST(LabelCells, AreWrittenSoThatTheyReadBack) {
    using Names = std::vector<std::string>;
    for (const Names& names : {Names{}, Names{"a"}, Names{"a", "b"}, Names{"a|b", "c"}, Names{"[\"a\"]"}, Names{"好评", "差评"}})
        EXPECT_EQ(labelsInCell(labelCell(names), '|'), names) << labelCell(names);
    EXPECT_EQ(labelCell(Names{"a", "b"}), "a|b");
}

}  // namespace
}  // namespace labelwright
