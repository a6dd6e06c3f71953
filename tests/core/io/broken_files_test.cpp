// tests/fixtures/import: files as people really send them. Good rows arrive, bad ones are listed with line and reason.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "core/io/text_import.h"
#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::idsOf;
using testing::importedBytes;
using testing::importedFixture;
using ::testing::Pair;
using testing::rejectsOf;
using testing::textsOf;
using enum RejectedRow::Reason;

class SameTableInEveryEncoding : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(SameTableInEveryEncoding, IsReadAlike) {
    const auto result = importedFixture(GetParam().first);
    ASSERT_TRUE(result.ok()) << result.error().detail;
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("快递三天没到，联系不上客服", "发票抬头写错了, 请重开", "客服态度很好，点赞"));
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "2", "3"));
    EXPECT_EQ(result->dataset->extra(1, 0), "网页");
    EXPECT_EQ(result->dataset->source().encoding, GetParam().second);
    EXPECT_EQ(result->rejectedCount, 0U);
}

INSTANTIATE_TEST_SUITE_P(Files, SameTableInEveryEncoding,
                         ::testing::Values(std::pair("utf8_bom.csv", "UTF-8"), std::pair("utf16le_bom.csv", "UTF-16LE"),
                                           std::pair("utf16be_bom.csv", "UTF-16BE"), std::pair("utf16le.csv", "UTF-16LE"),
                                           std::pair("gb18030.csv", "GB18030")));

TEST(BrokenFiles, Big5IsReadAsItIs) {
    const auto result = importedFixture("big5.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("快遞三天沒到，聯絡不上客服", "發票寫錯了", "客服態度很好，謝謝"));
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "2", "3"));
}

TEST(BrokenFiles, AFileWithoutHeaderHasNumberedColumns) {
    const auto result = importedFixture("missing_header.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->dataset->size(), 3U);
    EXPECT_EQ(result->options.hasHeader, false);
    EXPECT_EQ(result->options.textColumn, "2");
    EXPECT_THAT(result->dataset->extraColumns(), ElementsAre("1"));
}

TEST(BrokenFiles, AHeaderAloneIsATableWithoutRows) {
    const auto result = importedFixture("header_only.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->dataset->size(), 0U);
    EXPECT_EQ(result->rejectedCount, 0U);
    EXPECT_EQ(result->options.textColumn, "text");
}

TEST(BrokenFiles, AnEmptyFileIsAnErrorThatSaysSo) {
    for (const char* name : {"empty.csv", "only_bom.csv"}) {
        const auto result = importedFixture(name);
        ASSERT_FALSE(result.ok());
        EXPECT_EQ(result.error().code, ErrorCode::FileMalformed);
        EXPECT_THAT(result.error().detail, HasSubstr("is empty"));
        EXPECT_THAT(result.error().detail, HasSubstr(name));
    }
}

TEST(BrokenFiles, LineBreaksInQuotesBelongToTheText) {
    const auto result = importedFixture("quoted_newline.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("第一行\r\n第二行\n第三行", "他说\"好\"", "plain"));
    EXPECT_EQ(result->dataset->sourceLine(0), 2U);
    EXPECT_EQ(result->dataset->sourceLine(1), 5U);
}

TEST(BrokenFiles, AnUnterminatedQuoteCostsItsLine) {
    const auto result = importedFixture("unterminated_quote.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("good", "fine", "quoted, fine", "last"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(3, UnterminatedQuote)));
    EXPECT_EQ(result->rejected[0].content, "2,\"never closed");

    const auto atEnd = importedFixture("unterminated_at_end.csv");
    ASSERT_TRUE(atEnd.ok());
    EXPECT_THAT(textsOf(*atEnd->dataset), ElementsAre("good"));
    EXPECT_THAT(rejectsOf(*atEnd), ElementsAre(Pair(3, UnterminatedQuote)));
}

TEST(BrokenFiles, RaggedRowsAreListedWithWhatWasFound) {
    const auto result = importedFixture("ragged.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("good", "good too", "last"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(3, TooFewColumns), Pair(4, TooManyColumns), Pair(6, EmptyText)));
    EXPECT_EQ(result->rejected[1].detail, "3 columns expected, 4 found");
    EXPECT_EQ(result->rejected[1].content, "3,a,b,c");
}

TEST(BrokenFiles, NulBytesAreKeptInTheText) {
    const auto result = importedFixture("nul.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("be\0fore"s, "fine"));
}

TEST(BrokenFiles, LinesMayEndInCrAlone) {
    const auto result = importedFixture("cr_only.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("eins", "zwei\rdrei", "vier"));
    EXPECT_EQ(result->dataset->sourceLine(2), 5U);
}

TEST(BrokenFiles, RowsInAnotherEncodingAreRejectedNotTheFile) {
    const auto result = importedFixture("mixed_encoding.csv");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("客服态度很好", "请问什么时候发货", "质量不错"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(3, InvalidEncoding)));
    EXPECT_EQ(result->rejected[0].detail, "after character 2 the bytes are not UTF-8");
    EXPECT_TRUE(isValidUtf8(result->rejected[0].content));
}

TEST(BrokenFiles, IllFormedGb18030CostsItsRow) {
    const auto result = importedBytes(
        "id,text\n1,\xbf\xcd\xb7\xfe\xcc\xac\xb6\xc8\xba\xdc\xba\xc3\n2,\xbf\xcd\xff\n3,\xd6\xca\xc1\xbf\xb2\xbb\xb4\xed\n", "a.csv",
        {.format = {}, .encoding = "GB18030", .delimiter = {}, .quote = {}, .hasHeader = {}, .textColumn = {}, .idColumn = {}});
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("客服态度很好", "质量不错"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(3, InvalidEncoding)));
}

TEST(BrokenFiles, AHugeCellIsReadAndAnAbsurdOneRejected) {
    const std::string huge(3'000'000, 'x');
    const auto result = importedBytes("id,text\n1," + huge + "\n2," + huge + huge + huge + "\n3,\"" + huge + "\n" + "\"\n4,last\n");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "3", "4"));
    EXPECT_EQ((*result->dataset)[0].text, huge);
    EXPECT_EQ((*result->dataset)[1].text, huge + "\n");
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(3, TooLong)));
    EXPECT_EQ(result->rejected[0].content.size(), 4096U);
}

TEST(BrokenFiles, PlainTextHasOneTextALine) {
    const auto result = importedFixture("lines.txt");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("第一条", "第二条", "第三条"));
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "2", "3"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(2, EmptyText), Pair(4, EmptyText)));
    EXPECT_EQ(result->dataset->source().format, "txt");
}

TEST(BrokenFiles, JsonLinesAreJudgedOneByOne) {
    const auto result = importedFixture("mixed.jsonl");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre("客服很好", "太慢", "last 好\n"));
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "2", "9"));
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(4, EmptyText), Pair(5, TextMissing), Pair(6, TextMissing), Pair(7, TextNotAString),
                                                Pair(8, NotAnObject), Pair(9, InvalidJson)));
    EXPECT_THAT(result->dataset->extraColumns(), ElementsAre("stars", "vip", "tags", "late"));
    EXPECT_EQ(result->dataset->extra(0, 0), "5");
    EXPECT_EQ(result->dataset->extra(1, 0), "1.5");
    EXPECT_EQ(result->dataset->extra(0, 1), "true");
    EXPECT_EQ(result->dataset->extra(1, 2), R"(["a",{"b":1}])");
    EXPECT_EQ(result->dataset->extra(2, 3), "only here");
    EXPECT_EQ(result->dataset->extra(0, 3), "");
}

}  // namespace
}  // namespace labelwright
