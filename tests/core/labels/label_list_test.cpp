#include "core/labels/label_list.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

TEST(LabelList, SplitsAtChineseAndWesternSeparatorsAndDropsEmptyParts) {
    EXPECT_EQ(parseLabels("咨询，投诉, 建议、表扬；物流;售后\n\n,").names,
              (std::vector<std::string>{"咨询", "投诉", "建议", "表扬", "物流", "售后"}));
    EXPECT_TRUE(parseLabels(" ， ").names.empty());
    EXPECT_EQ(parseLabels("one label").names, std::vector<std::string>{"one label"});
}

TEST(LabelList, NamesThatAreTheSameToAPersonAreKeptOnceAndReported) {
    const ParsedLabels parsed = parseLabels("App,ＡＰＰ,app ,物流");
    EXPECT_EQ(parsed.names, (std::vector<std::string>{"App", "物流"}));
    EXPECT_EQ(parsed.duplicates, (std::vector<std::string>{"ＡＰＰ", "app"}));
    EXPECT_TRUE(sameName("Café", "CAFÉ "));
    EXPECT_FALSE(sameName("好评", "差评"));
}

TEST(LabelList, AFileHasOneLabelALineAndNeverSplitsAtCommas) {
    const auto labels = parseLabelFile("\xef\xbb\xbf# comment\r\n质量, 做工\t材质好不好\r\n\r\n物流\n");
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].name, "质量, 做工");
    EXPECT_EQ(labels[0].description, "材质好不好");
    EXPECT_EQ(labels[1].name, "物流");
    EXPECT_NE(labels[0].id, labels[1].id);
}

TEST(LabelList, ANameThatStandsTwiceInAFileIsReported) {
    std::vector<std::string> duplicates;
    const auto labels = parseLabelFile("物流\t快慢\nApp\n物流\n ＡＰＰ\n", &duplicates);
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_EQ(labels[0].description, "快慢");
    EXPECT_EQ(duplicates, (std::vector<std::string>{"物流", "ＡＰＰ"}));
}

TEST(LabelList, NeighbouringLabelsHaveDifferentColoursOnWhichTextReads) {
    for (std::size_t i = 0; i < 8; ++i) EXPECT_NE(labelColour(i), labelColour(i + 1));
    EXPECT_EQ(textColourOn(0x000080), 0xFFFFFFU);
    EXPECT_EQ(textColourOn(0xFFFF00), 0x000000U);
}

TEST(LabelList, TwentyLabelsHaveKeys) {
    EXPECT_EQ(labelKey(0), "1");
    EXPECT_EQ(labelKey(9), "0");
    EXPECT_EQ(labelKey(10), "Shift+1");
    EXPECT_EQ(labelKey(19), "Shift+0");
    EXPECT_EQ(labelKey(20), "");
}

}  // namespace
}  // namespace labelwright
