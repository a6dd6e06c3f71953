// Files that other tools' own libraries wrote: tests/fixtures/exchange/make_tools.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/file_formats.h"
#include "tests/core/io/io_support.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Labels = std::vector<std::string>;

const Labels texts{"我想查询订单状态", "Terrible \"service\", really", "多行\n文本"};

ImportResult read(const std::string& name, const ImportOptions& options = {}) {
    auto result = importTexts({testing::fixtures() / "exchange/tools" / name, {}}, options);
    EXPECT_TRUE(result.ok()) << (result ? "" : result.error().detail);
    if (!result) return {DatasetBuilder({}).build(), {}, 0, {}, {}};
    EXPECT_THAT(testing::rejectsOf(*result), IsEmpty());
    return *std::move(result);
}

std::vector<std::string> rowOf(const Dataset& dataset, std::size_t row) {
    std::vector<std::string> cells{std::string(dataset[row].id), std::string(dataset[row].text)};
    for (std::size_t column = 0; column < dataset.extraColumns().size(); ++column) cells.emplace_back(dataset.extra(row, column));
    return cells;
}

TEST(ToolFiles, OpenpyxlSheetsWithTypesDatesAndMergedCells) {
    ImportOptions options;
    options.sheet = "评论";
    const ImportResult result = read("openpyxl.xlsx", options);
    EXPECT_THAT(result.dataset->extraColumns(), ElementsAre("日期", "时刻", "满意", "比例", "合计", "渠道"));
    // A formula that nothing has computed yet has no result.
    EXPECT_THAT(rowOf(*result.dataset, 0), ElementsAre("1", texts[0], "2026-01-02", "2026-01-02 03:04:05", "TRUE", "25%", "", "电话"));
    EXPECT_THAT(rowOf(*result.dataset, 1),
                ElementsAre("2.5", texts[1], "1900-01-01", "2026-01-02 03:04:05", "FALSE", "1e-07", "'=x", "电话"));
    EXPECT_THAT(rowOf(*result.dataset, 2), ElementsAre("007", texts[2], "", "23:59:59", "", "123456789012", "", "电话"));
    EXPECT_THAT(rowOf(*result.dataset, 3), ElementsAre("9", "after a gap", "", "", "", "", "", ""));
    EXPECT_EQ(result.dataset->sourceLine(3), 9U);
}

TEST(ToolFiles, PandasAndDatesFrom1904) {
    const ImportResult frame = read("pandas.xlsx");
    EXPECT_EQ(testing::textsOf(*frame.dataset), texts);
    EXPECT_EQ(frame.dataset->extra(0, 2), "2026-01-02 03:04:05");
    EXPECT_EQ(read("mac1904.xlsx").dataset->extra(0, 0), "2026-01-02");
}

TEST(ToolFiles, LabelStudioTasks) {
    const ImportResult result = read("label_studio.json");
    EXPECT_EQ(result.options.format, TextFormat::LabelStudio);
    EXPECT_EQ(testing::textsOf(*result.dataset), texts);
    ASSERT_EQ(result.answers.size(), 3U);
    EXPECT_THAT(result.answers[0].labels, ElementsAre("咨询"));
    EXPECT_THAT(result.answers[1].labels, ElementsAre("咨询", "投诉"));
    EXPECT_TRUE(result.answers[2].deferred);
}

TEST(ToolFiles, LabelStudioTables) {
    ImportOptions options;
    options.labelColumn = "label";
    for (const char* name : {"label_studio_min.json", "label_studio.csv"}) {
        SCOPED_TRACE(name);
        const ImportResult result = read(name, options);
        EXPECT_THAT(testing::textsOf(*result.dataset), ElementsAre(texts[0], texts[1])) << "the skipped task is left out";
        ASSERT_EQ(result.answers.size(), 2U);
        EXPECT_THAT(result.answers[0].labels, ElementsAre("咨询"));
        EXPECT_THAT(result.answers[1].labels, ElementsAre("咨询", "投诉"));
    }
}

TEST(ToolFiles, ArgillaRecords) {
    for (const char* name : {"argilla.json", "argilla_flat.json"}) {
        SCOPED_TRACE(name);
        const ImportResult result = read(name);
        EXPECT_EQ(result.options.format, TextFormat::Argilla);
        EXPECT_EQ(testing::textsOf(*result.dataset), texts);
        EXPECT_THAT(testing::idsOf(*result.dataset), ElementsAre("1", "2", "3"));
        ASSERT_EQ(result.answers.size(), 2U);
        EXPECT_THAT(result.answers[0].labels, ElementsAre("咨询"));
        EXPECT_THAT(result.answers[1].labels, ElementsAre("投诉"));
    }
}

TEST(ToolFiles, HuggingFaceDatasets) {
    ImportOptions options;
    options.labelColumn = "label";
    for (const char* name : {"datasets.jsonl", "datasets.csv"}) {
        SCOPED_TRACE(name);
        const ImportResult result = read(name, options);
        EXPECT_EQ(testing::textsOf(*result.dataset), texts);
        ASSERT_EQ(result.answers.size(), 2U);
        EXPECT_THAT(result.answers[1].labels, ElementsAre("投诉"));
    }
}

}  // namespace
}  // namespace labelwright
