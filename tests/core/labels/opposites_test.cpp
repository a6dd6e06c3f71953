#include "core/labels/meaning/opposites.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

OppositionFound antonyms(const char* left, const char* right) { return {Opposition::Antonyms, left, right}; }

TEST(Opposites, WordsAndMorphemesClash) {
    EXPECT_EQ(opposition("好评", "差评"), antonyms("好", "差"));
    EXPECT_EQ(opposition("物流快", "物流慢"), antonyms("快", "慢"));
    EXPECT_EQ(opposition("涨价", "降价").kind, Opposition::Antonyms);
    EXPECT_EQ(opposition("到货时间", "发货时间"), antonyms("到", "发"));
    EXPECT_EQ(opposition("Open account", "Close Account"), antonyms("open", "close"));
}

TEST(Opposites, ANegatedNameIsTheOppositeOfThePlainOne) {
    EXPECT_EQ(opposition("付款", "未付款"), (OppositionFound{Opposition::Negation, "", "未"}));
    EXPECT_NE(opposition("已付款", "未付款").kind, Opposition::None);
    EXPECT_EQ(opposition("满意", "不满意").kind, Opposition::Negation);
    EXPECT_EQ(opposition("happy customer", "unhappy customer"), (OppositionFound{Opposition::Negation, "happy", "unhappy"}));
    EXPECT_EQ(opposition("resolved", "not resolved").kind, Opposition::Negation);
    EXPECT_EQ(opposition("useful", "useless").kind, Opposition::Negation);
}

TEST(Opposites, TwoTurnsCancelOut) {
    EXPECT_EQ(opposition("不便宜", "贵").kind, Opposition::None);
    EXPECT_EQ(opposition("没发货", "未发货").kind, Opposition::None);
}

TEST(Opposites, AnotherHeadIsAnotherThing) {
    EXPECT_EQ(opposition("成人", "成人教育"), (OppositionFound{Opposition::DifferentHead, "", "教育"}));
    EXPECT_EQ(opposition("租车", "租房"), (OppositionFound{Opposition::DifferentHead, "车", "房"}));
    EXPECT_EQ(opposition("退款时间", "退款金额").kind, Opposition::DifferentHead);
    EXPECT_EQ(opposition("book flight", "book hotel"), (OppositionFound{Opposition::DifferentHead, "flight", "hotel"}));
    EXPECT_EQ(opposition("order", "order status").kind, Opposition::DifferentHead);
}

TEST(Opposites, KindsOfOneThingAreOthersWhereverTheyStand) {
    EXPECT_EQ(opposition("眼科", "牙科"), (OppositionFound{Opposition::DifferentHead, "眼科", "牙科"}));
    EXPECT_EQ(opposition("初中数学", "高中数学"), (OppositionFound{Opposition::DifferentHead, "初中", "高中"}));
    EXPECT_EQ(opposition("洗衣机", "冰箱").kind, Opposition::DifferentHead);
}

TEST(Opposites, WhatIsCalledOffIsTheOpposite) {
    EXPECT_EQ(opposition("关注", "取消关注"), (OppositionFound{Opposition::Negation, "", "取消"}));
    EXPECT_EQ(opposition("退出登录", "登录"), (OppositionFound{Opposition::Negation, "退出", ""}));
    EXPECT_EQ(opposition("取消", "取消订单").kind, Opposition::None);
}

TEST(Opposites, ANegationIsSeenBehindWordsInAnotherOrder) {
    EXPECT_EQ(opposition("修改收件信息", "收件信息不需要修改了").kind, Opposition::Negation);
}

TEST(Opposites, NamesOfOneMeaningHaveNone) {
    const char* pairs[][2] = {
        {"物流", "快递"},           {"投诉", "举报"},         {"售后", "售后服务"},   {"质量差", "质量不好"}, {"不错", "很好"},
        {"无线耳机", "蓝牙耳机"},   {"类别", "分类"},         {"未来", "将来"},       {"快递", "快递服务"},   {"thanks", "thank you"},
        {"notice", "announcement"}, {"refund", "money back"}, {"insurance", "cover"}, {"", "物流"},           {"", ""}};
    for (const auto& pair : pairs) EXPECT_EQ(opposition(pair[0], pair[1]).kind, Opposition::None) << pair[0] << " / " << pair[1];
}

TEST(Opposites, TheOrderOfTheNamesDoesNotMatter) {
    const char* pairs[][2] = {{"好评", "差评"}, {"付款", "未付款"}, {"成人", "成人教育"}, {"租车", "租房"}, {"happy", "unhappy"}};
    for (const auto& pair : pairs) {
        const OppositionFound forward = opposition(pair[0], pair[1]);
        const OppositionFound backward = opposition(pair[1], pair[0]);
        EXPECT_EQ(forward, (OppositionFound{backward.kind, backward.right, backward.left})) << pair[0];
    }
}

}  // namespace
}  // namespace labelwright
