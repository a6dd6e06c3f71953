#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Labels : public CliTest {};

TEST_F(Labels, LintSaysWhatIsWrongAndWhatWouldSettleIt) {
    write("labels.txt", "好评\n差评\n");
    const Ended ended = run({"labels", "lint", "labels.txt"});
    EXPECT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_EQ(ended.errors, "");
    EXPECT_THAT(ended.output, AllOf(HasSubstr("warning: \"好评\" and \"差评\" are opposites"), HasSubstr("add a label \"中性\"")));
    EXPECT_EQ(run({"labels", "lint", "labels.txt", "--strict"}).exitCode, wrongUsage);
    EXPECT_THAT(run({"labels", "lint", "labels.txt", "--strict", "--multi"}).output, HasSubstr("2 labels, nothing found"));
}

TEST_F(Labels, LintPrintsDataForScripts) {
    write("labels.csv", "name,key\n退款,q\n发票,q\n");
    const Ended ended = run({"labels", "lint", "labels.csv", "--json"});
    EXPECT_EQ(ended.exitCode, done) << ended.errors;
    const Json findings = Json::parse(ended.output);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].at("kind"), "DoubledKey");
    EXPECT_EQ(findings[0].at("weight"), "warning");
    EXPECT_EQ(findings[0].at("labels"), (Json{"退款", "发票"}));
    EXPECT_EQ(findings[0].at("repairs")[0].at("kind"), "SetKey");
    EXPECT_EQ(findings[0].at("repairs")[0].at("label"), "发票");
    EXPECT_EQ(Json::parse(run({"labels", "lint", "--preset", "情感", "--json"}).output), Json::array());
}

TEST_F(Labels, LintNeedsOneSource) {
    EXPECT_EQ(run({"labels", "lint"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"labels", "lint", "a.txt", "--preset", "情感"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"labels", "lint", "--preset", "没有"}).exitCode, wrongUsage);
    const Ended missing = run({"labels", "lint", "missing.json"});
    EXPECT_EQ(missing.exitCode, unreadableInput);
    EXPECT_THAT(missing.errors, HasSubstr("missing.json"));
    write("twice.txt", "a\nA\n");
    EXPECT_THAT(run({"labels", "lint", "twice.txt"}).errors, HasSubstr("twice.txt, line 2"));
    EXPECT_EQ(run({"labels"}).exitCode, wrongUsage);
}

TEST_F(Labels, ConvertGoesThroughEveryFormat) {
    write("a.csv", "name,english,parent\n售后,after-sales,\n退款,refund,售后\n");
    for (const Arguments& arguments : {Arguments{"a.csv", "b.json"}, {"b.json", "c.xml"}, {"b.json", "d.csv"}}) {
        const Ended ended = run({"labels", "convert", arguments[0], arguments[1]});
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        EXPECT_EQ(ended.output, "");
    }
    EXPECT_EQ(json("b.json").at("labels")[1].at("english"), "refund");
    EXPECT_THAT(read("c.xml"), HasSubstr("<Taxonomy name=\"label\" toName=\"text\""));
    EXPECT_THAT(read("d.csv"), HasSubstr("退款,refund,"));
}

TEST_F(Labels, ConvertSaysWhatHasNoPlace) {
    write("a.csv", "name,english\n售后,after-sales\n");
    const Ended ended = run({"labels", "convert", "a.csv", "b.json", "--to", "doccano"});
    EXPECT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_THAT(ended.errors, AllOf(HasSubstr("csv to doccano: b.json"), HasSubstr("note: doccano has no place for English names")));
    EXPECT_EQ(json("b.json")[0].at("text"), "售后");
    EXPECT_THAT(run({"labels", "convert", "a.csv", "c.json"}).errors, Not(HasSubstr("note")));
}

TEST_F(Labels, ConvertWritesNothingWhereItFails) {
    write("a.csv", "name,colour\n售后,reddish\n");
    const auto before = files();
    const Ended malformed = run({"labels", "convert", "a.csv", "b.json"});
    EXPECT_EQ(malformed.exitCode, unreadableInput);
    EXPECT_THAT(malformed.errors, HasSubstr("a.csv, line 2, colour"));
    EXPECT_EQ(run({"labels", "convert", "a.csv", "b.yaml"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"labels", "convert", "a.csv", "a.csv"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"labels", "convert", "a.csv", "none/b.json"}).exitCode, unwritableOutput);
    EXPECT_EQ(files(), before);
}

TEST_F(Labels, TheHistoryOfThisMachineRecommendsOneNameForEachMeaning) {
    const Ended nothing = run({"labels", "suggest", "--from-history"});
    EXPECT_EQ(nothing.exitCode, done) << nothing.errors;
    EXPECT_EQ(nothing.output, "no labels were used on this machine yet\n");
    write("in.csv", "id,text\n1,什么时候发货\n");
    for (const char* labels : {"退款,发票", "退款,申请退款", "发票,退款"})
        ASSERT_EQ(classify("in.csv", {"--labels", labels, "--output", "out.csv"}).exitCode, done);
    const Ended text = run({"labels", "suggest", "--from-history", "--device", "cpu"});
    EXPECT_EQ(text.exitCode, done) << text.errors;
    EXPECT_EQ(text.output, "退款  (4 runs; also 申请退款)\n发票  (2 runs)\n");
    const Json json = Json::parse(run({"labels", "suggest", "--from-history", "--device", "cpu", "--json"}).output);
    ASSERT_EQ(json.size(), 2U);
    EXPECT_EQ(json[0].at("alike"), Json{"申请退款"});
    EXPECT_EQ(json[0].at("uses"), 4);
    EXPECT_THAT(json[0].at("lastUsed").get<std::string>(), ::testing::EndsWith("Z"));
}

}  // namespace
}  // namespace labelwright::testing
