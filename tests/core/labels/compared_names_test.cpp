#include "core/labels/suggestions/compared_names.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"

namespace labelwright {
namespace {

using Names = std::vector<std::string>;

Names compared(const Names& names, AskedName asked = AskedName::Own) {
    LabelSet labels;
    labels.labels = makeLabels(names);
    labels.labels.front().englishName = "first";
    return comparedNames(labels, asked);
}

TEST(ComparedNames, WhatEveryNameSaysIsLeftOut) {
    EXPECT_EQ(compared({"买家咨询价格", "买家要求退款", "买家问好", "买家催促发货", "买家致谢"}),
              (Names{"咨询价格", "要求退款", "问好", "催促发货", "致谢"}));
    EXPECT_EQ(compared({"card lost now", "card stolen now", "card old now", "card new now", "card cut now"}),
              (Names{"lost", "stolen", "old", "new", "cut"}));
}

TEST(ComparedNames, FewNamesAndThoseThatWouldBeEmptyStayWhole) {
    const Names few{"买家咨询价格", "买家要求退款"};
    EXPECT_EQ(compared(few), few);
    const Names empty{"退款", "退款时间", "退款金额", "退款去向", "退款方式"};
    EXPECT_EQ(compared(empty), empty);
}

TEST(ComparedNames, AreThoseThatTheModelReads) {
    EXPECT_EQ(compared({"甲", "b"}, AskedName::English), (Names{"first", "b"}));
    EXPECT_EQ(compared({"甲", "b"}), (Names{"甲", "b"}));
}

TEST(ComparedNames, AWordBeforeANameNarrowsIt) {
    const auto wider = [](const char* a, const char* b) { return isWiderName(nameUnits(a), nameUnits(b)); };
    EXPECT_TRUE(wider("手机", "二手手机"));
    EXPECT_TRUE(wider("reservation", "car reservation"));
    EXPECT_FALSE(wider("二手手机", "手机"));
    EXPECT_FALSE(wider("手机", "手机壳"));
    EXPECT_FALSE(wider("机", "手机")) << "one character names no class";
    EXPECT_FALSE(wider("手机", "手机"));
}

}  // namespace
}  // namespace labelwright
