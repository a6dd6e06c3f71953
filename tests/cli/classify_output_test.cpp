#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ClassifyOutput : public CliTest {
protected:
    const std::string m_table =
        "id,text,channel\nm7,快递太慢了，等了两周,电话\nm2,,微信\nm9,客服态度很好，点赞,微信\nm1,快递太慢了，等了两周,网页\n";
};

TEST_F(ClassifyOutput, HasOneRowForEachInputRowInInputOrderWithItsId) {
    write("in.csv", m_table);
    const Ended ended = classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.jsonl", "--summary", "run.json"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto rows = lines("out.jsonl");
    EXPECT_THAT(field(rows, "id"), ElementsAre("m7", "m2", "m9", "m1"));
    EXPECT_THAT(field(rows, "text"), ElementsAre("快递太慢了，等了两周", "", "客服态度很好，点赞", "快递太慢了，等了两周"));
    EXPECT_EQ(rows[0].at("label"), "投诉");
    EXPECT_EQ(rows[2].at("label"), "表扬");
    EXPECT_EQ(rows[0].at("label"), rows[3].at("label"));
    EXPECT_EQ(rows[0].at("confidence"), rows[3].at("confidence"));
    EXPECT_THAT(field(rows, "channel"), ElementsAre("电话", "微信", "微信", "网页"));
    EXPECT_THAT(field(rows, "truncated"), ElementsAre(false, false, false, false));
    EXPECT_FALSE(rows[0].contains("scores"));
    EXPECT_EQ(json("run.json").at("texts"), 4);
}

TEST_F(ClassifyOutput, StandardOutputStaysEmptyAndNothingButTheResultIsLeft) {
    write("in.csv", m_table);
    const Ended ended = classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.csv"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_EQ(ended.output, "");
    EXPECT_THAT(ended.errors, HasSubstr("4 texts, 2 labels"));
    EXPECT_THAT(files(), ElementsAre("in.csv", "out.csv"));
}

TEST_F(ClassifyOutput, CsvHasTheDocumentedColumns) {
    write("in.csv", m_table);
    ASSERT_EQ(classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.csv"}).exitCode, done);
    ASSERT_EQ(classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.jsonl"}).exitCode, done);
    const std::string text = read("out.csv");
    EXPECT_TRUE(text.starts_with("\xef\xbb\xbfid,text,label,confidence,truncated,channel\r\n")) << text;
    for (const Json& row : lines("out.jsonl")) {
        const std::string expected = row.at("id").get<std::string>() + ',' + row.at("text").get<std::string>() + ',' +
                                     row.at("label").get<std::string>() + ',' + row.at("confidence").dump() + ",false," +
                                     row.at("channel").get<std::string>() + "\r\n";
        EXPECT_THAT(text, HasSubstr(expected));
    }
}

TEST_F(ClassifyOutput, CsvWithScoresHasAColumnForEachLabel) {
    write("in.csv", "id,text\n1,快递太慢了\n");
    ASSERT_EQ(classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.csv", "--scores", "probabilities"}).exitCode, done);
    EXPECT_THAT(read("out.csv"), HasSubstr("id,text,label,confidence,truncated,score__投诉,score__表扬\r\n"));
    ASSERT_EQ(classify("in.csv", {"--labels", "a", "--output", "out.csv", "--scores", "logits", "--model", crossEncoder()}).exitCode, done);
    EXPECT_THAT(read("out.csv"), HasSubstr("truncated,contradiction__a,neutral__a,entailment__a\r\n"));
}

TEST_F(ClassifyOutput, JsonLinesAreReadAsACsvIs) {
    write("in.csv", m_table);
    write("in.jsonl",
          "{\"id\":\"m7\",\"text\":\"快递太慢了，等了两周\"}\n{\"id\":\"m2\",\"text\":\"\"}\n{\"id\":\"m9\",\"text\":"
          "\"客服态度很好，点赞\"}\n"
          "{\"id\":\"m1\",\"text\":\"快递太慢了，等了两周\"}\n");
    ASSERT_EQ(classify("in.csv", {"--labels", "投诉,表扬", "--output", "csv.jsonl"}).exitCode, done);
    ASSERT_EQ(classify("in.jsonl", {"--labels", "投诉,表扬", "--output", "jsonl.jsonl"}).exitCode, done);
    for (const char* name : {"id", "text", "label", "confidence"})
        EXPECT_EQ(field(lines("csv.jsonl"), name), field(lines("jsonl.jsonl"), name)) << name;
}

TEST_F(ClassifyOutput, Gb18030IsReadAndTheColumnCanBeNamed) {
    const std::string input = (fixtures() / "import/gb18030.csv").string();
    const Ended ended = classify(input, {"--labels", "投诉,表扬", "--output", "out.jsonl", "--text-column", "内容"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_THAT(field(lines("out.jsonl"), "text"),
                ElementsAre("快递三天没到，联系不上客服", "发票抬头写错了, 请重开", "客服态度很好，点赞"));
    ASSERT_EQ(classify(input, {"--labels", "投诉,表扬", "--output", "out.jsonl", "--text-column", "渠道"}).exitCode, done);
    EXPECT_THAT(field(lines("out.jsonl"), "text"), ElementsAre("电话", "网页", "电话"));
}

TEST_F(ClassifyOutput, RowsThatCannotBeReadAreReportedByLine) {
    write("in.jsonl", "{\"id\":\"1\",\"text\":\"好\"}\n{\"id\":\"2\", no JSON}\n{\"id\":\"3\",\"text\":\"差\"}\n");
    const Ended ended = classify("in.jsonl", {"--labels", "投诉,表扬", "--output", "out.jsonl", "--summary", "run.json"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_THAT(field(lines("out.jsonl"), "id"), ElementsAre("1", "3"));
    EXPECT_THAT(ended.errors, HasSubstr("warning: 1 row of the input was rejected"));
    EXPECT_THAT(ended.errors, HasSubstr("line 2"));
    EXPECT_EQ(json("run.json").at("rejected"), 1);
}

TEST_F(ClassifyOutput, ATextBeyondTheModelsLengthSaysSoAndIsCounted) {
    std::string longText;
    for (int i = 0; i < 600; ++i) longText += "字";
    write("in.jsonl", jsonLines({"短", longText, longText + "完"}));
    const Arguments arguments{"--labels", "投诉,表扬", "--output", "out.jsonl", "--summary", "run.json", "--model", crossEncoder()};
    const Ended ended = classify("in.jsonl", arguments);
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_THAT(field(lines("out.jsonl"), "truncated"), ElementsAre(false, true, true));
    EXPECT_EQ(json("run.json").at("truncated"), 2);
    EXPECT_THAT(ended.errors, HasSubstr("2 texts cut to the model's length"));
}

TEST_F(ClassifyOutput, PrintTablePrintsTextsAndCountsAndQuietNoProgress) {
    write("in.csv", m_table);
    const Ended ended = classify("in.csv", {"--labels", "投诉,表扬", "--output", "out.csv", "--print-table", "--quiet"});
    ASSERT_EQ(ended.exitCode, done);
    EXPECT_THAT(ended.output, HasSubstr("客服态度很好，点赞"));
    EXPECT_THAT(ended.output, HasSubstr("label  texts\n"));
    EXPECT_EQ(ended.errors, "");
}

}  // namespace
}  // namespace labelwright::testing
