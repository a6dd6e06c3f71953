#include "tests/core/project/project_samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace labelwright::testing {

std::shared_ptr<const Dataset> sampleDataset(std::size_t rows, const std::string& series) {
    DatasetSource source{series + ".csv", "/data/" + series + ".csv", "内容", "编号", "csv", "GB18030"};
    DatasetBuilder builder(std::move(source), {"日期", "source, channel"});
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string id = series + "-" + std::to_string(row);
        const std::string text = "文本 " + std::to_string(row) + " of " + series + (row % 5 == 0 ? "\nwith a second line" : "");
        const std::string date = row % 3 == 0 ? "" : "2024-05-" + std::to_string(row % 28 + 1);
        const std::array<std::string_view, 2> extras = {date, row % 2 == 0 ? "" : "app"};
        builder.add(id, text, extras, 2 * row + 2);
    }
    return std::move(builder).build();
}

LabelSet sampleLabels() {
    LabelSet labels;
    labels.id = "set-1";
    labels.name = "客服工单";
    labels.hypothesisTemplate = "这是一条{}";
    labels.version = 7;
    labels.labels = {
        {.id = "a",
         .name = "投诉",
         .description = "对产品不满\n要求处理",
         .hypothesis = "",
         .englishName = "complaint",
         .colour = 0xD55E00,
         .key = "1",
         .parent = "",
         .merged = {}},
        {.id = "b",
         .name = "咨询",
         .description = "",
         .hypothesis = "客户在提问",
         .englishName = "",
         .colour = 0x0072B2,
         .key = "",
         .parent = "",
         .merged = {}},
        {.id = "c",
         .name = "退款 \"急\"",
         .description = "",
         .hypothesis = "",
         .englishName = "",
         .colour = 0xFFFFFF,
         .key = "Shift+1",
         .parent = "a",
         .merged = {}},
    };
    // Merged labels, one of them with another inside.
    labels.labels[1].merged = {
        {.id = "d", .name = "询问", .description = "", .hypothesis = "", .englishName = "enquiry", .key = "", .parent = "", .merged = {}},
        {.id = "e", .name = "问题", .description = "", .hypothesis = "", .englishName = "", .key = "", .parent = "", .merged = {}}};
    labels.labels[1].merged[0].merged = {
        {.id = "f", .name = "提问", .description = "", .hypothesis = "", .englishName = "", .key = "", .parent = "", .merged = {}}};
    labels.keptApart = {{"a", "b"}, {"c", "f"}};
    return labels;
}

ScoreReading entailmentReading() {
    return {"folder-model", "我的模型", ScoreRule::Entailment, 1.0F, {LogitRole::Entailment, LogitRole::Neutral, LogitRole::Contradiction},
            Precision::Bf16};
}

ScoreReading cosineReading() {
    return {"labelwright-zh-mini", "Labelwright mini", ScoreRule::Cosine, 0.05F, {LogitRole::Cosine}, Precision::Fp32};
}

void expectSameDataset(const Dataset& found, const Dataset& expected) {
    ASSERT_EQ(found.size(), expected.size());
    EXPECT_EQ(found.contentHash(), expected.contentHash());
    ASSERT_TRUE(std::ranges::equal(found.extraColumns(), expected.extraColumns()));
    for (std::size_t row = 0; row < expected.size(); ++row) {
        ASSERT_EQ(found[row].id, expected[row].id);
        ASSERT_EQ(found[row].text, expected[row].text);
        ASSERT_EQ(found[row].hash, expected[row].hash);
        ASSERT_EQ(found.sourceLine(row), expected.sourceLine(row));
        for (std::size_t column = 0; column < expected.extraColumns().size(); ++column) {
            ASSERT_EQ(found.extra(row, column), expected.extra(row, column));
        }
    }
    EXPECT_EQ(found.source().name, expected.source().name);
    EXPECT_EQ(found.source().path, expected.source().path);
    EXPECT_EQ(found.source().textColumn, expected.source().textColumn);
    EXPECT_EQ(found.source().idColumn, expected.source().idColumn);
    EXPECT_EQ(found.source().format, expected.source().format);
    EXPECT_EQ(found.source().encoding, expected.source().encoding);
}

void expectSameScores(const ScoreTable& found, const ScoreTable& expected) {
    ASSERT_EQ(found.rows(), expected.rows());
    const auto same = [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    ASSERT_EQ(found.hypotheses().size(), expected.hypotheses().size());
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        for (std::size_t column = 0; column < expected.hypotheses().size(); ++column) {
            const PairLogits is = found.at(row, found.column(expected.hypotheses()[column]));
            const PairLogits should = expected.at(row, column);
            ASSERT_TRUE(same(is.yes, should.yes) && same(is.no, should.no) && same(is.neutral, should.neutral)) << row << ", " << column;
        }
        ASSERT_EQ(found.reading(row), expected.reading(row)) << row;
        ASSERT_EQ(found.truncated(row), expected.truncated(row)) << row;
    }
}

}  // namespace labelwright::testing
