#include "core/io/text_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::idsOf;
using testing::importedBytes;
using testing::importedFixture;
using ::testing::Pair;
using testing::previewOfFixture;
using testing::rejectsOf;
using testing::TemporaryFolder;
using testing::textsOf;
using enum RejectedRow::Reason;

/// Options with one of them set.
template <typename Member, typename Value>
ImportOptions with(Member ImportOptions::*member, Value value) {
    ImportOptions options;
    options.*member = value;
    return options;
}

TEST(ImportPreview, SaysWhatWasFoundInEveryOption) {
    const auto preview = previewOfFixture("gb18030.csv");
    ASSERT_TRUE(preview.ok());
    EXPECT_EQ(preview->options.format, TextFormat::Delimited);
    EXPECT_EQ(preview->options.encoding, "GB18030");
    EXPECT_EQ(preview->options.delimiter, ',');
    EXPECT_EQ(preview->options.quote, '"');
    EXPECT_EQ(preview->options.hasHeader, true);
    EXPECT_EQ(preview->options.textColumn, "内容");
    EXPECT_EQ(preview->options.idColumn, "编号");
    EXPECT_GT(preview->encodingConfidence, 0.5);
    EXPECT_THAT(preview->columns, ElementsAre("编号", "内容", "渠道"));
    ASSERT_EQ(preview->rows.size(), 3U);
    EXPECT_THAT(preview->rows[1], ElementsAre("2", "发票抬头写错了, 请重开", "网页"));
    EXPECT_THAT(preview->lines, ElementsAre(2, 3, 4));
    EXPECT_EQ(preview->bytes, std::filesystem::file_size(testing::fixtures() / "import" / "gb18030.csv"));
}

TEST(ImportPreview, FindsDelimiterAndQuote) {
    const auto dialect = [](const char* name) {
        const auto preview = previewOfFixture(name);
        return std::pair(*preview->options.delimiter, *preview->options.quote);
    };
    EXPECT_EQ(dialect("semicolon.csv"), std::pair(';', '"'));
    EXPECT_EQ(dialect("pipe.csv"), std::pair('|', '"'));
    EXPECT_EQ(dialect("single_quotes.csv"), std::pair(',', '\''));
    EXPECT_EQ(dialect("tab.tsv"), std::pair('\t', '\0'));
    EXPECT_EQ(dialect("excel_unicode_text.txt"), std::pair('\t', '"'));
}

TEST(ImportPreview, TakesALoneColumnWithCommasAsOneColumn) {
    const auto preview = previewOfFixture("one_column.csv");
    ASSERT_TRUE(preview.ok());
    EXPECT_THAT(preview->columns, ElementsAre("text"));
    EXPECT_EQ(preview->rows.size(), 4U);
}

TEST(ImportPreview, ShowsAtMostFiftyRows) {
    std::string lines;
    for (int line = 0; line < 400; ++line) lines += "text " + std::to_string(line) + "\n";
    const auto preview = previewImport({lines, "lines.txt"});
    ASSERT_TRUE(preview.ok());
    EXPECT_EQ(preview->rows.size(), 50U);
    EXPECT_EQ(preview->lines.back(), 50U);
}

TEST(ImportPreview, EveryDecisionCanBeOverruled) {
    auto preview = previewOfFixture("gb18030.csv", with(&ImportOptions::encoding, "Big5"));
    ASSERT_TRUE(preview.ok());
    EXPECT_NE(preview->columns[1], "内容");
    preview = previewOfFixture("gb18030.csv", with(&ImportOptions::hasHeader, false));
    EXPECT_THAT(preview->columns, ElementsAre("1", "2", "3"));
    EXPECT_EQ(preview->rows.size(), 4U);
    preview = previewOfFixture("semicolon.csv", with(&ImportOptions::delimiter, '|'));
    EXPECT_EQ(preview->rows.at(0).at(0), "id;text;price");
    preview = previewOfFixture("gb18030.csv", with(&ImportOptions::textColumn, "渠道"));
    EXPECT_EQ(preview->options.textColumn, "渠道");
    preview = previewOfFixture("gb18030.csv", with(&ImportOptions::idColumn, ""));
    EXPECT_EQ(preview->options.idColumn, "");
    preview = previewOfFixture("gb18030.csv", with(&ImportOptions::format, TextFormat::PlainText));
    EXPECT_THAT(preview->columns, ElementsAre("text"));
    EXPECT_EQ(preview->rows.size(), 4U);
    preview = previewOfFixture("quoted_newline.csv", with(&ImportOptions::quote, '\0'));
    EXPECT_THAT(preview->rows[0], ElementsAre("1", "\"第一行"));
}

TEST(ImportPreview, OptionsOfThePreviewGiveTheSameImport) {
    for (const auto& entry : std::filesystem::directory_iterator(testing::fixtures() / "import")) {
        const auto preview = previewImport({entry.path(), {}});
        if (!preview) continue;
        const auto found = importTexts({entry.path(), {}});
        const auto told = importTexts({entry.path(), {}}, preview->options);
        ASSERT_TRUE(found.ok() && told.ok()) << entry.path();
        EXPECT_EQ(found->options, preview->options) << entry.path();
        EXPECT_EQ(told->dataset->contentHash(), found->dataset->contentHash()) << entry.path();
        EXPECT_EQ(told->rejectedCount, found->rejectedCount) << entry.path();
    }
}

TEST(Import, GuessesTheTextColumnByNameElseByLength) {
    EXPECT_EQ(*importedBytes("title,Content,x\na,b,long long long\n")->options.textColumn, "Content");
    EXPECT_EQ(*importedBytes("标签,评论\na,b\n")->options.textColumn, "评论");
    EXPECT_EQ(*importedBytes("a,long long long,b\nc,long long,d\n")->options.textColumn, "2");
}

TEST(Import, TakesIdsOnlyWhereTheyAreUnique) {
    EXPECT_EQ(*importedBytes("id,text\n1,a\n2,b\n")->options.idColumn, "id");
    EXPECT_EQ(*importedBytes("id,text\n1,a\n1,b\n")->options.idColumn, "");
    EXPECT_EQ(*importedBytes("id,text\n,a\n1,b\n")->options.idColumn, "");
}

TEST(Import, NumbersTheRowsWithoutAnIdColumn) {
    const auto result = importedBytes("id,text\nx,a\ny,b\n", "t.csv", with(&ImportOptions::idColumn, ""));
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(idsOf(*result->dataset), ElementsAre("1", "2"));
    EXPECT_THAT(result->dataset->extraColumns(), ElementsAre("id"));
    EXPECT_FALSE(result->dataset->source().idColumn.has_value());
}

TEST(Import, KeepsDuplicateTextsAndWhatSurroundsThem) {
    const auto result = importedBytes("text\n same \n same \n=1+1\n'quoted\n");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(textsOf(*result->dataset), ElementsAre(" same ", " same ", "=1+1", "'quoted"));
}

TEST(Import, ReadsATableThatHasNoText) {
    const ImportOptions noText = with(&ImportOptions::textColumn, "");
    const auto csv = importedBytes("id,label\nx,好评\ny,\n", "table.csv", noText);
    ASSERT_TRUE(csv.ok());
    EXPECT_EQ(csv->dataset->source().textColumn, "");
    EXPECT_THAT(idsOf(*csv->dataset), ElementsAre("x", "y")) << "else the text would be looked for among them";
    EXPECT_THAT(csv->dataset->extraColumns(), ElementsAre("label"));
    EXPECT_EQ(csv->dataset->extra(0, 0), "好评");
    EXPECT_THAT(textsOf(*csv->dataset), ElementsAre("", ""));
    const auto json = importedBytes("{\"label\":1}\n{\"label\":[\"a\"]}\n{\"label\":null}\n", "table.jsonl", noText);
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(json->rejectedCount, 0U) << "no column has to hold strings";
    EXPECT_EQ(json->dataset->extra(1, 0), "[\"a\"]");
}

TEST(Import, KeepsRowsWithoutTextWhenAsked) {
    const ImportOptions keep = with(&ImportOptions::emptyTexts, EmptyTexts::Keep);
    const auto texts = [&](const std::string& bytes, const std::string& name) {
        return textsOf(*importedBytes(bytes, name, keep)->dataset);
    };
    EXPECT_THAT(texts("a\n\n \nb\n", "t.txt"), ElementsAre("a", "", " ", "b"));
    EXPECT_THAT(texts("\ntext\na\n\nb\n", "t.csv"), ElementsAre("a", "", "b"));
    EXPECT_THAT(texts("id,text\n1,a\n2,\n\n3,b\n", "t.csv"), ElementsAre("a", "", "b"));
    EXPECT_THAT(texts("{\"text\":\"a\"}\n{\"text\":\"\"}\n{\"text\":null}\n{\"n\":1}\n\n{\"text\":\"b\"}\n", "t.jsonl"),
                ElementsAre("a", "", "", "", "b"));
    EXPECT_EQ(importedBytes("{\"text\":\"a\"}\n{\"text\":1}\n", "t.jsonl", keep)->rejectedCount, 1U);
}

TEST(Import, GivesDoubledAndMissingColumnNamesOnesOfTheirOwn) {
    const auto result = importedBytes(",text,a,a,\n1,x,2,3,4\n");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(result->dataset->extraColumns(), ElementsAre("1", "a", "a (2)", "5"));
}

TEST(Import, SaysWhichColumnsThereAreWhenOneIsMissing) {
    for (const char* name : {"table.csv", "table.jsonl"}) {
        const std::string bytes = name == std::string("table.csv") ? "id,body\n1,x\n" : "{\"id\":1,\"body\":\"x\"}\n";
        for (const auto option : {&ImportOptions::textColumn, &ImportOptions::idColumn}) {
            const auto result = importedBytes(bytes, name, with(option, "text"));
            ASSERT_FALSE(result.ok());
            EXPECT_EQ(result.error().code, ErrorCode::InvalidArgument);
            EXPECT_THAT(result.error().detail, HasSubstr("id, body"));
            EXPECT_THAT(result.error().arguments, Contains("text"));
        }
    }
}

TEST(Import, SaysWhatIsWrongWithAFileThatCannotBeRead) {
    EXPECT_EQ(importTexts({std::filesystem::path("/no/such/file.csv"), {}}).error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(importTexts({std::string("x"), {}}, with(&ImportOptions::encoding, "klingon")).error().code, ErrorCode::InvalidArgument);
}

TEST(Import, ReadsTheClipboardAsTableJsonOrLines) {
    const auto table = importTexts({std::string("编号\t内容\r\n1\t好\r\n"), {}});
    ASSERT_TRUE(table.ok());
    EXPECT_THAT(textsOf(*table->dataset), ElementsAre("好"));
    EXPECT_EQ(table->dataset->source().name, "clipboard");
    EXPECT_EQ(table->dataset->source().path, "");
    const auto json = importTexts({std::string("{\"text\":\"好\"}\n{\"text\":\"坏\"}"), {}});
    ASSERT_TRUE(json.ok());
    EXPECT_THAT(textsOf(*json->dataset), ElementsAre("好", "坏"));
    const auto lines = importTexts({std::string("Yes, it works\nNo, it broke"), {}});
    ASSERT_TRUE(lines.ok());
    EXPECT_THAT(textsOf(*lines->dataset), ElementsAre("Yes, it works", "No, it broke"));
}

TEST(Import, FindsJsonKeysThatOnlyLateLinesHave) {
    std::string bytes;
    for (int line = 0; line < 20'000; ++line) bytes += "{\"text\":\"some text of some length\",\"n\":" + std::to_string(line) + "}\n";
    bytes += "{\"late\":1,\"text\":\"last\"}\n";
    ASSERT_GT(bytes.size(), 256U * 1024U);
    const auto result = importedBytes(bytes, "late.jsonl");
    ASSERT_TRUE(result.ok());
    EXPECT_THAT(result->dataset->extraColumns(), ElementsAre("n", "late"));
    EXPECT_EQ(result->dataset->extra(20'000, 1), "1");
    const auto byLateKey = importedBytes(bytes, "late.jsonl", with(&ImportOptions::idColumn, "late"));
    ASSERT_TRUE(byLateKey.ok());
    EXPECT_EQ((*byLateKey->dataset)[20'000].id, "1");
}

TEST(Import, PutsTheKeysOfDictionariesTogether) {
    std::string bytes;
    for (int line = 0; line < 400; ++line) bytes += "{\"text\":\"t\",\"key " + std::to_string(line) + "\":" + std::to_string(line) + "}\n";
    const auto result = importedBytes(bytes, "dictionary.jsonl");
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->dataset->size(), 400U);
    EXPECT_EQ(result->dataset->extraColumns().size(), 255U);
    EXPECT_EQ(result->dataset->extraColumns().back(), "(other keys)");
    EXPECT_EQ(result->dataset->extra(399, 254), "{\"key 399\":399}");
    EXPECT_EQ(result->dataset->extra(0, 254), "");
}

TEST(Import, ListsAtMostAHundredThousandRejectsAndCountsThemAll) {
    std::string bytes = "a\n";
    bytes.append(150'000, '\n');
    const auto result = importedBytes(bytes, "empty_lines.txt");
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->rejectedCount, 150'000U);
    EXPECT_EQ(result->rejected.size(), 100'000U);
}

TEST(Import, ReportsProgressUpToTheSizeOfTheFile) {
    const std::string bytes = std::string(3'000'000, 'x') + "\nlast\n";
    for (const TextFormat format : {TextFormat::PlainText, TextFormat::JsonLines}) {
        std::vector<std::uint64_t> seen;
        const auto result =
            importTexts({bytes, {}}, with(&ImportOptions::format, format), {}, [&](std::uint64_t done, std::uint64_t total) {
                EXPECT_EQ(total, bytes.size());
                seen.push_back(done);
            });
        ASSERT_TRUE(result.ok());
        EXPECT_GT(seen.size(), 2U);
        EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
        EXPECT_EQ(seen.back(), bytes.size());
    }
}

TEST(Import, StopsWhenAskedTo) {
    std::stop_source stop;
    const std::string bytes(3'000'000, '\n');
    const auto result = importTexts({bytes, {}}, {}, stop.get_token(), [&](std::uint64_t, std::uint64_t) { stop.request_stop(); });
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

TEST(Import, WritesTheRejectedRowsAsATable) {
    const TemporaryFolder folder;
    const auto result = importedFixture("ragged.csv");
    ASSERT_TRUE(result.ok());
    ASSERT_TRUE(writeRejects(folder / "rejects.csv", result->rejected).ok());
    EXPECT_EQ(testing::readFile(folder / "rejects.csv"),
              "\xef\xbb\xbfline,reason,detail,content\r\n"
              "3,TooFewColumns,\"3 columns expected, 2 found\",\"2,short\"\r\n"
              "4,TooManyColumns,\"3 columns expected, 4 found\",\"3,a,b,c\"\r\n"
              "6,EmptyText,the line is empty,\r\n");
    EXPECT_EQ(writeRejects(folder / "no" / "rejects.csv", {}).error().code, ErrorCode::FileUnwritable);
}

TEST(Import, ReadsTheShoppingReviewsRowForRow) {
    const auto file = testing::shared() / "data" / "online_shopping_10_cats.csv";
    SKIP_WITHOUT(file);
    const auto result = importTexts({file, {}});
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->dataset->size(), 62'773U);
    EXPECT_THAT(rejectsOf(*result), ElementsAre(Pair(::testing::_, EmptyText)));
    EXPECT_EQ(result->options.textColumn, "review");
}

}  // namespace
}  // namespace labelwright
