// Every encoding and format around the full loop: import, export, import again: the same ids, texts and extra columns.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <random>

#include "core/io/csv_writer.h"
#include "core/io/json_text.h"
#include "core/io/result_export.h"
#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using testing::TemporaryFolder;

struct Table {
    std::vector<std::string> columns{"id", "text", "channel", "note"};
    std::vector<std::vector<std::string>> rows;
};

/// Characters that all encodings under test have, and those that CSV and JSON treat specially.
Table randomTable(unsigned seed, const std::vector<std::string>& pieces) {
    std::mt19937 random(seed);
    const auto below = [&random](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
    const auto cell = [&](std::size_t most) {
        std::string text;
        for (std::size_t piece = below(most + 1); piece > 0; --piece) text += pieces[below(pieces.size())];
        return text;
    };
    Table table;
    for (std::size_t row = 1; row <= 200; ++row) table.rows.push_back({std::to_string(row), "文" + cell(12), cell(3), cell(4)});
    return table;
}

std::string asCsv(const Table& table, char delimiter) {
    std::string bytes;
    const auto write = [&](const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (column != 0) bytes += delimiter;
            bytes += '"';
            for (const char c : cells[column]) bytes += c == '"' ? std::string("\"\"") : std::string(1, c);
            bytes += '"';
        }
        bytes += "\n";
    };
    write(table.columns);
    for (const auto& row : table.rows) write(row);
    return bytes;
}

std::string asJsonLines(const Table& table) {
    std::string bytes;
    for (const auto& row : table.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            bytes += (column == 0 ? "{" : ",") + jsonString(table.columns[column]) + ":" + jsonString(row[column]);
        }
        bytes += "}\n";
    }
    return bytes;
}

std::string encoded(const std::string& utf8, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 4 + 16, '\0');
    const auto length = ucnv_convert(encoding.c_str(), "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), utf8.data(),
                                     static_cast<std::int32_t>(utf8.size()), &status);
    EXPECT_TRUE(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

void expectHolds(const Dataset& dataset, const Table& table, const std::string& where) {
    ASSERT_EQ(dataset.size(), table.rows.size()) << where;
    for (std::size_t row = 0; row < dataset.size(); ++row) {
        ASSERT_EQ(dataset[row].id, table.rows[row][0]) << where;
        ASSERT_EQ(dataset[row].text, table.rows[row][1]) << where << " row " << row;
        for (const std::size_t extra : {2, 3}) {
            const auto names = dataset.extraColumns();
            const auto column = std::find(names.begin(), names.end(), table.columns[extra]) - names.begin();
            ASSERT_EQ(dataset.extra(row, static_cast<std::size_t>(column)), table.rows[row][extra]) << where << " row " << row;
        }
    }
}

/// Import, export in both formats, import again.
void expectLoop(const std::string& bytes, const std::string& fileName, const std::string& encoding, const Table& table) {
    const std::string where = fileName + " in " + encoding;
    const TemporaryFolder folder;
    testing::writeFile(folder / fileName, bytes);
    const auto imported = importTexts({folder / fileName, {}});
    ASSERT_TRUE(imported.ok()) << where << ": " << imported.error().detail;
    EXPECT_EQ(*imported->options.encoding, encoding) << where;
    EXPECT_EQ(imported->rejectedCount, 0U) << where;
    expectHolds(*imported->dataset, table, where);

    ExportTable all;
    all.dataset = imported->dataset;
    for (std::uint32_t row = 0; row < all.dataset->size(); ++row) all.rows.push_back(row);
    for (const char* name : {"again.csv", "again.jsonl"}) {
        ExportOptions options;
        options.format = name == std::string("again.csv") ? ExportFormat::Csv : ExportFormat::JsonLines;
        options.formulaGuard = FormulaGuard::Off;
        ASSERT_TRUE(exportResults(folder / name, all, options).ok());
        const auto again = importTexts({folder / name, {}});
        ASSERT_TRUE(again.ok()) << again.error().detail;
        EXPECT_EQ(again->rejectedCount, 0U) << where << " by " << name;
        expectHolds(*again->dataset, table, where + " by " + name);
    }
}

class EveryEncoding : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryEncoding, SurvivesTheLoopInEveryFormat) {
    const std::string encoding = GetParam();
    const std::vector<std::string> pieces{"的", "中", "文", "好", "人",   "。", "，", "a",  " ",  ",",
                                          ";",  "\"", "'",  "\n", "\r\n", "=",  "1",  "\\", "\t", "|"};
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const Table table = randomTable(seed, pieces);
        expectLoop(encoded(asCsv(table, ','), encoding), "table.csv", encoding, table);
        expectLoop(encoded(asCsv(table, ';'), encoding), "table.csv", encoding, table);
        expectLoop(encoded(asCsv(table, '\t'), encoding), "table.tsv", encoding, table);
        expectLoop(encoded(asJsonLines(table), encoding), "table.jsonl", encoding, table);
    }
}

INSTANTIATE_TEST_SUITE_P(Encodings, EveryEncoding, ::testing::Values("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"));

TEST(RoundTrip, KeepsCharactersOfEveryPlaneAndControls) {
    const std::vector<std::string> pieces{"😀",    "𠀀",   "é", "\u2028", "\u0085", "\ufeff", std::string(1, '\0'),
                                          "\x7f", "\x1b", "ﬁ", "\"",     "\n",     "\u00a0", "한"};
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const Table table = randomTable(seed, pieces);
        expectLoop(asCsv(table, ','), "table.csv", "UTF-8", table);
        expectLoop(asJsonLines(table), "table.jsonl", "UTF-8", table);
    }
}

}  // namespace
}  // namespace labelwright
