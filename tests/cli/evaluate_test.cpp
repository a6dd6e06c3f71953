#include <cmath>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class Evaluate : public CliTest {
protected:
    /// `evaluate` with these arguments and --output, which must succeed; gives the report.
    Json report(Arguments arguments) {
        arguments.insert(arguments.begin(), "evaluate");
        arguments.insert(arguments.end(), {"--output", "report.json"});
        m_ended = run(arguments);
        EXPECT_EQ(m_ended.exitCode, done) << m_ended.errors;
        return m_ended.exitCode == done ? json("report.json") : Json();
    }
    void fails(Arguments arguments, int code, const std::string& message) {
        const auto before = files();
        arguments.insert(arguments.begin(), "evaluate");
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, code) << ended.errors;
        EXPECT_THAT(ended.errors, HasSubstr(message));
        EXPECT_EQ(ended.output, "");
        EXPECT_EQ(files(), before);
    }
    Ended m_ended;
};

const std::string table =
    "id,text,label,confidence,gold\n"
    "1,一,好评,0.9,好评\n"
    "2,二,好评,0.6,差评\n"
    "3,三,差评,0.8,差评\n"
    "4,四,,0.4,差评\n"
    "5,五,好评,0.7,\n";

TEST_F(Evaluate, ComparesTwoColumnsOfOneFile) {
    write("in.csv", table);
    const Json found = report({"in.csv", "--gold", "gold"});
    EXPECT_EQ(found.at("mode"), "single");
    EXPECT_EQ(found.at("rows"), 5);
    EXPECT_EQ(found.at("compared"), 4) << "an empty cell is no gold";
    EXPECT_EQ(found.at("accuracy"), 0.5) << "no label is wrong where there is one";
    EXPECT_EQ(found.at("coverage"), 0.75);
    EXPECT_DOUBLE_EQ(found.at("answeredAccuracy"), 2.0 / 3);
    EXPECT_EQ(found.at("labels")[0].at("label"), "好评") << "by the bytes of the names";
    EXPECT_EQ(found.at("labels")[0].at("precision"), 0.5);
    EXPECT_DOUBLE_EQ(found.at("labels")[1].at("recall"), 1.0 / 3);
    EXPECT_EQ(found.at("labels")[1].at("support"), 3);
    EXPECT_THAT(m_ended.output, AllOf(HasSubstr("4 rows compared, 1 without gold"), HasSubstr("accuracy            0.5000"),
                                      HasSubstr("accuracy of these   0.6667"), HasSubstr("(none)")));
    EXPECT_EQ(m_ended.errors, "");
}

TEST_F(Evaluate, DrawsCoverageAndCalibrationFromTheConfidence) {
    write("in.csv", table);
    const Json found = report({"in.csv", "--gold", "gold", "--abstain", "0.7"});
    const Json& curve = found.at("coverageCurve");
    EXPECT_THAT(curve.at("points"), SizeIs(3)) << "a row without a label is answered at no threshold";
    EXPECT_EQ(curve.at("abstaining").at("coverage"), 0.5);
    EXPECT_EQ(curve.at("abstaining").at("accuracy"), 1);
    EXPECT_NEAR(found.at("calibration").at("expectedError"), (0.1 + 0.2 + 0.6) / 3, 1e-7);
    EXPECT_THAT(m_ended.output, HasSubstr("abstaining < 0.7000 coverage 0.5000, accuracy 1.0000"));
}

TEST_F(Evaluate, TakesGoldFromAnotherFileByTheId) {
    write("in.csv", table);
    write("gold.jsonl", R"({"id":"3","label":"好评"})"
                        "\n"
                        R"({"id":"1","label":"好评"})"
                        "\n"
                        R"({"id":"9","label":"差评"})"
                        "\n");
    const Json found = report({"in.csv", "--gold-file", "gold.jsonl", "--gold", "label"});
    EXPECT_EQ(found.at("compared"), 2);
    EXPECT_EQ(found.at("withoutGold"), 3);
    EXPECT_EQ(found.at("goldWithoutRow"), 1);
    EXPECT_EQ(found.at("accuracy"), 0.5);
    EXPECT_THAT(m_ended.output, HasSubstr("1 with gold but no prediction"));
}

TEST_F(Evaluate, EvaluatesWhatClassifyWrites) {
    write("in.csv", "text,right\n快递太慢了,投诉\n谢谢你们,表扬\n怎么退货,咨询\n");
    for (const std::string output : {"out.csv", "out.jsonl"}) {
        for (const Arguments& mode : {Arguments{}, Arguments{"--multi"}}) {
            Arguments arguments{"--labels", "咨询,投诉,表扬", "--model", crossEncoder(), "--output", output, "--scores", "probabilities"};
            arguments.insert(arguments.end(), mode.begin(), mode.end());
            const Ended ended = classify("in.csv", arguments);
            ASSERT_EQ(ended.exitCode, done) << ended.errors;
            Arguments same{output, "--gold", "right"};
            same.insert(same.end(), mode.begin(), mode.end());
            Arguments joined{output, "--gold", "right", "--gold-file", "in.csv"};
            joined.insert(joined.end(), mode.begin(), mode.end());
            const Json found = report(same);
            EXPECT_EQ(found.at("compared"), 3);
            EXPECT_EQ(found.at("calibration").at("rowsWithScores"), 3);
            EXPECT_THAT(found.at("labels"), SizeIs(3));
            EXPECT_EQ(report(joined), found);
            EXPECT_EQ(m_ended.errors, "") << "the same texts";
        }
    }
}

TEST_F(Evaluate, ReadsSeveralLabelsFromArraysAndBars) {
    write("in.jsonl", R"({"id":"1","labels":["a","b"],"gold":["a"]})"
                      "\n"
                      R"({"id":"2","labels":[],"gold":[]})"
                      "\n"
                      R"({"id":"3","labels":["c"],"gold":"c|b"})"
                      "\n"
                      R"({"id":"4","labels":["c"],"gold":""})"
                      "\n");
    const Json found = report({"in.jsonl", "--gold", "gold"});
    EXPECT_EQ(found.at("mode"), "several");
    EXPECT_EQ(found.at("compared"), 3);
    EXPECT_DOUBLE_EQ(found.at("subsetAccuracy"), 1.0 / 3);
    EXPECT_DOUBLE_EQ(found.at("hammingLoss"), 2.0 / 9);
    EXPECT_DOUBLE_EQ(found.at("samples").at("jaccard"), (0.5 + 0 + 0.5) / 3);
    EXPECT_FALSE(found.contains("coverageCurve")) << "without scores nobody knows which label was surest";
    write("in.csv", "id,text,label,gold\n1,x,a|b,a\n2,x,c,b|c\n");
    EXPECT_DOUBLE_EQ(report({"in.csv", "--gold", "gold", "--multi"}).at("micro").at("f1"), 2.0 * 2 / (3 + 3));
}

TEST_F(Evaluate, TakesForThePredictionWhatClassifyWroteNotAColumnOfItsInput) {
    write("in.jsonl", R"({"id":"1","text":"x","labels":["a"],"label":"b"})"
                      "\n");
    EXPECT_EQ(report({"in.jsonl", "--gold", "label"}).at("subsetAccuracy"), 0);
    write("in.jsonl", R"({"id":"1","text":"x","label":"a","labels":["b"]})"
                      "\n");
    EXPECT_EQ(report({"in.jsonl", "--gold", "labels"}).at("accuracy"), 0);
}

TEST_F(Evaluate, ScoresProbabilitiesAndSaysWhatTemperatureWouldDo) {
    std::string rows;
    for (int i = 0; i < 40; ++i) {
        // 95 % sure and right three times of four: softmax(log p / t) is 3/4 where t = log 19 / log 3.
        rows += Json{{"text", "x"}, {"label", "a"}, {"gold", i % 4 == 0 ? "b" : "a"}, {"scores", {{"a", 0.95}, {"b", 0.05}}}}.dump() + '\n';
    }
    write("in.jsonl", rows);
    const Json calibration = report({"in.jsonl", "--gold", "gold"}).at("calibration");
    EXPECT_NEAR(calibration.at("expectedError"), 0.2, 1e-6);
    EXPECT_NEAR(calibration.at("brier"), 2 * (0.75 * 0.05 * 0.05 + 0.25 * 0.95 * 0.95), 1e-6);
    EXPECT_NEAR(calibration.at("temperatureFactor").at("factor"), std::log(19) / std::log(3), 1e-2);
    EXPECT_NEAR(calibration.at("temperatureFactor").at("expectedError"), 0, 1e-2);
}

TEST_F(Evaluate, WritesTheConfusionMatrixAsCsv) {
    write("in.csv", table);
    const Ended ended = run({"evaluate", "in.csv", "--gold", "gold", "--confusion", "matrix.csv", "--quiet"});
    EXPECT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_EQ(ended.output, "");
    EXPECT_EQ(read("matrix.csv"), "\xEF\xBB\xBFgold,好评,差评,(none)\r\n好评,1,0,0\r\n差评,1,1,1\r\n(none),0,0,0\r\n");
}

TEST_F(Evaluate, ComparesTwoRunsOnTheSameRows) {
    write("in.csv", table);
    write("other.csv", "id,text,label\n2,二,差评\n1,一,差评\n3,三,差评\n4,四,差评\n7,七,差评\n");
    const Json found = report({"in.csv", "--gold", "gold", "--compare-with", "other.csv"}).at("comparison");
    EXPECT_EQ(found.at("rows"), 4) << "the fifth is not in the other run";
    EXPECT_EQ(found.at("agreement"), 0.25);
    EXPECT_EQ(found.at("differingIds"), (Json{"1", "2", "4"}));
    EXPECT_EQ(found.at("mcNemar").at("onlyThis"), 1);
    EXPECT_EQ(found.at("mcNemar").at("onlyOther"), 2);
    EXPECT_EQ(found.at("mcNemar").at("pValue"), 1);
    EXPECT_EQ(found.at("mcNemar").at("method"), "exact binomial");
    EXPECT_THAT(m_ended.output, HasSubstr("3 of 4 rows differ"));
}

TEST_F(Evaluate, EstimatesTheAccuracyOfAllFromARandomSample) {
    write("in.csv", table);
    const Json found = report({"in.csv", "--gold", "gold", "--population", "1000"}).at("estimate");
    EXPECT_EQ(found.at("reviewed"), 4);
    EXPECT_EQ(found.at("accuracy"), 0.5);
    EXPECT_GT(found.at("rowsToHalve"), 10);
    EXPECT_THAT(m_ended.output, HasSubstr("of all 1,000 rows 0.5000 are right"));
    EXPECT_EQ(report({"in.csv", "--gold", "gold", "--population", "4"}).at("estimate").at("accuracyInterval"), (Json{0.5, 0.5}));
}

TEST_F(Evaluate, ReadsNamesThatAreGuardedAgainstSpreadsheets) {
    write("in.csv", "id,text,label,gold\n1,x,'-其他,-其他\n2,x,'=好,=好\n");
    EXPECT_EQ(report({"in.csv", "--gold", "gold"}).at("accuracy"), 1);
}

TEST_F(Evaluate, WarnsWhereNumberedRowsAreOtherTexts) {
    write("in.csv", table);
    write("gold.csv", "text,label\n一,好评\n三,差评\n");
    const Json found = report({"in.csv", "--gold-file", "gold.csv", "--gold", "label"});
    EXPECT_THAT(m_ended.errors, HasSubstr("warning: gold.csv has no ids, so that its rows are numbered, and 1 of its texts are others"));
}

TEST_F(Evaluate, SaysWhichRowsItCannotRead) {
    write("in.jsonl", R"({"text":"x","label":"a","gold":"a"})"
                      "\nnonsense\n");
    EXPECT_EQ(report({"in.jsonl", "--gold", "gold"}).at("compared"), 1);
    EXPECT_THAT(m_ended.errors, HasSubstr("warning: in.jsonl: 1 row is rejected and does not count; line 2"));
}

TEST_F(Evaluate, RefusesWhatItCannotDoAndWritesNothing) {
    write("in.csv", table);
    write("several.jsonl", R"({"text":"x","label":["a","b"],"gold":"a"})"
                           "\n");
    write("twice.csv", "id,label\n1,a\n2,b\n1,a\n");
    write("others.csv", "id,label\nx,a\ny,b\n");
    write("without.csv", "id,text,label,gold\n1,x,a,\n");
    fails({"in.csv"}, wrongUsage, "--gold is required");
    fails({"missing.csv", "--gold", "gold"}, unreadableInput, "there is no file missing.csv");
    fails({"in.csv", "--gold", "right"}, wrongUsage, "--gold: in.csv has no column \"right\"; it has: id, text, label, confidence, gold");
    fails({"in.csv", "--gold", "gold", "--prediction", "guess"}, wrongUsage, "--prediction: in.csv has no column \"guess\"");
    fails({"in.csv", "--gold", "gold", "--id", "key"}, wrongUsage, "--id: in.csv: there is no column \"key\"");
    fails({"several.jsonl", "--gold", "gold"}, unreadableInput, "several.jsonl, line 1: several labels in one cell; say --multi");
    fails({"in.csv", "--gold", "label", "--gold-file", "twice.csv", "--id", "id"}, unreadableInput, "line 4: the id \"1\" stands twice");
    fails({"in.csv", "--gold", "label", "--gold-file", "twice.csv"}, unreadableInput,
          "twice.csv: a cell of the column \"id\" is empty or stands twice");
    fails({"in.csv", "--gold", "label", "--gold-file", "others.csv"}, wrongUsage, "others.csv and in.csv have no id in common");
    fails({"without.csv", "--gold", "gold"}, unreadableInput, "the column \"gold\" is empty in every row");
    fails({"in.csv", "--gold", "gold", "--population", "3"}, wrongUsage, "--population: 3 rows are fewer than the 4 with gold");
    fails({"in.csv", "--gold", "gold", "--abstain", "2"}, wrongUsage, "not a number from 0 to 1");
    fails({"in.csv", "--gold", "gold", "--multi", "--confusion", "m.csv"}, wrongUsage, "--confusion: a confusion matrix needs");
    fails({"in.csv", "--gold", "gold", "--output", "in.csv"}, wrongUsage, "--output and INPUT are the same file");
    fails({"in.csv", "--gold", "gold", "--confusion", "nowhere/m.csv"}, unwritableOutput, "--confusion: the folder nowhere does not exist");
}

TEST_F(Evaluate, NeverTakesAnyLabelsForConfidences) {
    write("in.csv", "id,text,label,confidence,gold\n1,x,a,high,a\n2,x,b,5,b\n");
    const Json found = report({"in.csv", "--gold", "gold"});
    EXPECT_THAT(found.at("coverageCurve").at("points"), SizeIs(0));
    EXPECT_EQ(found.at("calibration").at("expectedError"), 0);
}

}  // namespace
}  // namespace labelwright::testing
