#include "core/similarity/alike_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;

std::shared_ptr<const Dataset> datasetOf(const std::vector<std::string>& texts) {
    DatasetBuilder builder(DatasetSource{"t.csv", "", "text", {}, "csv", "UTF-8"});
    for (const std::string& text : texts) builder.add("", text, {}, 1);
    return std::move(builder).build();
}

std::vector<std::uint32_t> rowsOf(const std::vector<AlikeText>& alike, Likeness likeness) {
    std::vector<std::uint32_t> rows;
    for (const AlikeText& text : alike)
        if (text.likeness == likeness) rows.push_back(text.row);
    return rows;
}

TEST(AlikeTexts, AreToldApartByHowMuchIsTheSame) {
    const auto dataset = datasetOf({
        "快递到了但是少了一件配件",      // 0
        "客服态度很好",                  // 1
        "快递到了但是少了一件配件",      // 2 identical
        "快递到了，但是少了一件配件！",  // 3 the same words
        "快递到了但是少了两件配件",      // 4 near
        "昨天快递到了但是少了一件配件",  // 5 near
        "快递没到",                      // 6
    });
    const auto alike = alikeTexts(*dataset, 0);
    EXPECT_THAT(rowsOf(alike, Likeness::Identical), ElementsAre(2));
    EXPECT_THAT(rowsOf(alike, Likeness::SameWords), ElementsAre(3));
    EXPECT_THAT(rowsOf(alike, Likeness::Near), ElementsAre(5, 4)) << "the nearest first";
    EXPECT_TRUE(std::is_sorted(alike.begin(), alike.end(), [](const auto& a, const auto& b) { return a.likeness < b.likeness; }));
    EXPECT_TRUE(alikeTexts(*dataset, 1).empty());
}

TEST(AlikeTexts, WidthCaseSpacesAndPunctuationDoNotCount) {
    EXPECT_EQ(lettersOf("ＯＫ， fine!"), lettersOf("ok FINE"));
    EXPECT_EQ(lettersOf("订单１２３"), lettersOf("订单 123。"));
    EXPECT_NE(lettersOf("订单123"), lettersOf("订单124"));
    EXPECT_TRUE(lettersOf("！？😀 ").empty());
}

TEST(AlikeTexts, OverlapIsTheJaccardIndexOfPairs) {
    // ab bc cd against ab bc ce: two shared of four.
    EXPECT_FLOAT_EQ(pairOverlap(U"abcd", U"abce"), 0.5F);
    // aa twice against aa once.
    EXPECT_FLOAT_EQ(pairOverlap(U"aaa", U"aa"), 0.5F);
    EXPECT_FLOAT_EQ(pairOverlap(U"a", U"a"), 1.0F);
    EXPECT_FLOAT_EQ(pairOverlap(U"", U"ab"), 0.0F);
}

TEST(AlikeTexts, WithoutALetterOnlyTheIdenticalIsAlike) {
    const auto dataset = datasetOf({"!!!", "???", "!!!", ""});
    EXPECT_THAT(rowsOf(alikeTexts(*dataset, 0), Likeness::Identical), ElementsAre(2));
    EXPECT_EQ(alikeTexts(*dataset, 0).size(), 1U);
    EXPECT_TRUE(alikeTexts(*dataset, 3).empty());
}

TEST(AlikeTexts, NearOnesAreLimitedToTheNearestAndSearchingStops) {
    std::vector<std::string> texts{"the parcel arrived late and one part was missing"};
    for (int i = 0; i < 30; ++i) texts.push_back(texts[0] + " " + std::string(static_cast<std::size_t>(i % 10 + 1), 'x'));
    const auto dataset = datasetOf(texts);
    const auto alike = alikeTexts(*dataset, 0, {0.7F, 5});
    ASSERT_EQ(alike.size(), 5U);
    for (const AlikeText& text : alike) EXPECT_LE(dataset->records()[text.row].text.size(), texts[0].size() + 3);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(alikeTexts(*dataset, 0, {}, stop.get_token()).empty());
}

}  // namespace
}  // namespace labelwright
