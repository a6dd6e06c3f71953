#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::HasSubstr;

class ClassifyModels : public CliTest {
protected:
    Json summaryOf(Arguments arguments) {
        write("in.jsonl", jsonLines({"快递太慢了，等了两周", "客服态度很好"}));
        arguments.insert(arguments.begin(),
                         {"classify", "in.jsonl", "--labels", "投诉,表扬", "--output", "out.jsonl", "--summary", "run.json"});
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        m_errors = ended.errors;
        return json("run.json");
    }
    std::string m_errors;
};

TEST_F(ClassifyModels, TheSummaryHasTheDocumentedFields) {
    const Json summary = summaryOf({"--device", "cpu", "--precision", "fp32"});
    EXPECT_EQ(summary.at("texts"), 2);
    EXPECT_EQ(summary.at("labels"), 2);
    EXPECT_EQ(summary.at("pairs"), 4);
    EXPECT_EQ(summary.at("fromCache"), 0);
    EXPECT_EQ(summary.at("forwards"), 4) << "a bi-encoder reads two texts and two labels";
    EXPECT_GT(summary.at("seconds").get<double>(), 0);
    EXPECT_NEAR(summary.at("textsPerSecond").get<double>(), 2 / summary.at("seconds").get<double>(), 1e-6);
    EXPECT_EQ(summary.at("device"), "cpu");
    EXPECT_EQ(summary.at("precision"), "fp32");
    EXPECT_EQ(summary.at("truncated"), 0);
    EXPECT_EQ(summary.at("model"), "labelwright-zh-mini");
}

TEST_F(ClassifyModels, AnIdAndItsFolderAreTheSameModel) {
    summaryOf({"--device", "cpu", "--precision", "fp32", "--scores", "logits", "--model", "labelwright-zh-mini"});
    const auto byId = lines("out.jsonl");
    const Json again = summaryOf({"--device", "cpu", "--precision", "fp32", "--scores", "logits", "--model", bundledModel().string()});
    const auto byFolder = lines("out.jsonl");
    for (std::size_t row = 0; row < byId.size(); ++row) {
        EXPECT_EQ(byFolder[row].at("label"), byId[row].at("label"));
        for (const char* label : {"投诉", "表扬"})
            EXPECT_NEAR(byFolder[row].at("scores").at(label)[0].get<double>(), byId[row].at("scores").at(label)[0].get<double>(), 1e-6);
    }
    EXPECT_EQ(again.at("forwards"), 0) << "the folder's scores are those of the id";
}

TEST_F(ClassifyModels, AutoSaysWhatItTookAndCanBeKeptAtFp32) {
    const Json automatic = summaryOf({"--device", "cpu"});
    EXPECT_THAT(m_errors, HasSubstr("labelwright-zh-mini on cpu, " + automatic.at("precision").get<std::string>()));
    EXPECT_EQ(summaryOf({"--device", "cpu", "--no-reduced-precision"}).at("precision"), "fp32");
}

TEST_F(ClassifyModels, EveryPrecisionThatProbeNamesIsComputed) {
    for (const auto& device : Json::parse(run({"probe", "--json"}).output)) {
        if (device.at("id") != "cpu") continue;
        for (const auto& precision : device.at("precisions")) {
            const Json summary = summaryOf({"--device", "cpu", "--precision", precision.get<std::string>()});
            EXPECT_EQ(summary.at("precision"), precision);
            EXPECT_GT(summary.at("forwards"), 0) << "scores of another precision were taken";
            EXPECT_EQ(lines("out.jsonl").at(0).at("label"), "投诉");
        }
    }
}

TEST_F(ClassifyModels, AutoReadsEachTextWithTheModelOfItsLanguage) {
    SKIP_WITHOUT(englishModel());
    write("in.csv", "id,text\n1,快递太慢了\n2,my card was charged twice\n");
    const Ended ended = classify("in.csv", {"--preset", "客服工单", "--output", "out.jsonl", "--summary", "run.json"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    EXPECT_EQ(json("run.json").at("model"), "labelwright-zh-mini+all-MiniLM-L6-v2");
    EXPECT_THAT(ended.errors, HasSubstr("all-MiniLM-L6-v2 on cpu, fp32"));
    EXPECT_EQ(lines("out.jsonl").size(), 2U);
}

TEST_F(ClassifyModels, AThresholdWithoutMultiIsSaidNotToCount) {
    summaryOf({"--device", "cpu", "--precision", "fp32", "--threshold", "0.7"});
    EXPECT_THAT(m_errors, HasSubstr("--threshold counts only with --multi"));
    EXPECT_EQ(lines("out.jsonl").at(0).at("label"), "投诉");
}

}  // namespace
}  // namespace labelwright::testing
