#include "core/io/delimited_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "core/io/csv_writer.h"
#include "tests/core/io/io_support.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using testing::Outcome;
using testing::parsedInBlocks;
using testing::rejected;
using testing::row;
using enum RejectedRow::Reason;

std::vector<Outcome> parsed(const std::string& bytes, std::size_t columns = 0, Dialect dialect = {}, RowLimits limits = {}) {
    DelimitedParser parser(dialect, columns, limits);
    return parsedInBlocks(parser, bytes, 65536);
}

TEST(DelimitedParser, EndsRowsAtCrLfAndBoth) {
    EXPECT_THAT(parsed("a,b\nc,d\r\ne,f\rg,h"),
                ElementsAre(row(1, {"a", "b"}), row(2, {"c", "d"}), row(3, {"e", "f"}), row(4, {"g", "h"})));
}

TEST(DelimitedParser, KeepsDelimitersLineBreaksAndQuotesInsideQuotes) {
    EXPECT_THAT(parsed("\"a,b\",\"c\r\nd\ne\"\n\"say \"\"x\"\"\",\"\"\n"),
                ElementsAre(row(1, {"a,b", "c\r\nd\ne"}), row(4, {"say \"x\"", ""})));
}

TEST(DelimitedParser, TakesAQuoteInsideAnUnquotedCellAsItIs) {
    EXPECT_THAT(parsed("5\" screen,a\"b\"\n"), ElementsAre(row(1, {"5\" screen", "a\"b\""})));
}

TEST(DelimitedParser, JoinsTextBehindAClosingQuote) {
    EXPECT_THAT(parsed("\"a\"b,\"c\" d\"e\"\n"), ElementsAre(row(1, {"ab", "c d\"e\""})));
}

TEST(DelimitedParser, KeepsEmptyCellsAtBothEnds) {
    EXPECT_THAT(parsed(",a,\n,,"), ElementsAre(row(1, {"", "a", ""}), row(2, {"", "", ""})));
}

TEST(DelimitedParser, KeepsNulBytes) {
    EXPECT_THAT(parsed(std::string("a\0b,\"c\0\"\n", 9)), ElementsAre(row(1, {std::string("a\0b", 3), std::string("c\0", 2)})));
}

TEST(DelimitedParser, RejectsRowsOfAnotherWidthAndGoesOn) {
    EXPECT_THAT(parsed("a,b\nc\nd,e,f\n\ng,h\n", 2), ElementsAre(row(1, {"a", "b"}), rejected(2, TooFewColumns),
                                                                 rejected(3, TooManyColumns), rejected(4, EmptyText), row(5, {"g", "h"})));
}

TEST(DelimitedParser, LosesOneLineToAQuoteThatIsNeverClosed) {
    EXPECT_THAT(parsed("1,a\n2,\"b\n3,c\n4,d\n", 2),
                ElementsAre(row(1, {"1", "a"}), rejected(2, UnterminatedQuote), row(3, {"3", "c"}), row(4, {"4", "d"})));
}

TEST(DelimitedParser, LosesOneLineToAStrayQuoteWhenQuotedCellsFollow) {
    EXPECT_THAT(parsed("1,\"a\n2,\"b, c\"\n3,\"d\"\n", 2),
                ElementsAre(rejected(1, UnterminatedQuote), row(2, {"2", "b, c"}), row(3, {"3", "d"})));
}

TEST(DelimitedParser, GivesUpAQuoteThatSwallowsColumns) {
    EXPECT_THAT(parsed("1,\"a\nb\",2,3\n5,6\n", 2),
                ElementsAre(rejected(1, UnterminatedQuote), rejected(2, TooManyColumns), row(3, {"5", "6"})));
}

TEST(DelimitedParser, GivesUpAQuoteAfterTooManyLines) {
    RowLimits limits;
    limits.quotedLines = 2;
    EXPECT_THAT(parsed("\"a\nb\nc\"\n\"d\ne\nf\ng\"\n", 1, {}, limits),
                ElementsAre(row(1, {"a\nb\nc"}), rejected(4, UnterminatedQuote), row(5, {"e"}), row(6, {"f"}), row(7, {"g\""})));
}

TEST(DelimitedParser, SkipsTheRestOfALineThatIsTooLong) {
    RowLimits limits;
    limits.rowBytes = 64;
    DelimitedParser parser({}, 2, limits);
    const std::string bytes = "1,a\n2," + std::string(500, 'x') + "\n3,b\n4,\"" + std::string(500, 'y') + "\"\r\n5,c\n";
    EXPECT_THAT(parsedInBlocks(parser, bytes, 16),
                ElementsAre(row(1, {"1", "a"}), rejected(2, TooLong), row(3, {"3", "b"}), rejected(4, TooLong), row(5, {"5", "c"})));
}

TEST(DelimitedParser, ReadsWithoutQuotesWhenToldSo) {
    EXPECT_THAT(parsed("\"a\tb\"\n", 0, {'\t', '\0'}), ElementsAre(row(1, {"\"a", "b\""})));
}

TEST(DelimitedParser, GivesTheSameRowsForEveryBlockSize) {
    const std::string bytes =
        "id,text\r\n1,\"quoted \"\"text\"\"\r\nsecond line\"\r2,plain\n\n3,\"stray\n4,\"after\"\r\n5,tail\"\r\n6,\"\"\"\"\r\n7,\"end";
    const std::vector<Outcome> expected = parsed(bytes, 2);
    ASSERT_EQ(expected.size(), 9U);
    for (std::size_t blockBytes = 1; blockBytes <= bytes.size() + 1; ++blockBytes) {
        DelimitedParser parser({}, 2);
        EXPECT_EQ(parsedInBlocks(parser, bytes, blockBytes), expected) << "blocks of " << blockBytes;
    }
}

TEST(DelimitedParser, ReadsBackWhateverTheWriterWrote) {
    const std::vector<std::string> pieces{"\"", "\"\"", ",", "\n", "\r", "\r\n", "'", "=", " ", "字", "a", "", "\t", std::string(1, '\0')};
    std::mt19937 random(20240607);
    const auto below = [&random](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
    for (int table = 0; table < 300; ++table) {
        const std::size_t columns = 2 + below(4);
        std::string bytes;
        CsvWriter writer(bytes, FormulaGuard::Off);
        std::vector<std::vector<std::string>> written;
        for (std::size_t r = 0; r < 1 + below(20); ++r) {
            written.emplace_back(columns);
            for (std::string& cell : written.back()) {
                for (std::size_t piece = below(6); piece > 0; --piece) cell += pieces[below(pieces.size())];
                writer.text(cell);
            }
            writer.endRow();
        }
        DelimitedParser parser({}, columns);
        std::vector<std::vector<std::string>> read;
        for (Outcome& outcome : parsedInBlocks(parser, bytes, 1 + below(40))) read.push_back(std::move(outcome.cells));
        ASSERT_EQ(read, written) << "table " << table << ":\n" << bytes;
    }
}

}  // namespace
}  // namespace labelwright
