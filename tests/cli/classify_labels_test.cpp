#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ClassifyLabels : public CliTest {
protected:
    ClassifyLabels() { write("in.jsonl", jsonLines({"快递太慢了", "客服态度很好"})); }
    /// Names of the labels that were scored, in order.
    std::vector<std::string> scored(Arguments arguments) {
        arguments.insert(arguments.end(), {"--scores", "probabilities", "--output", "out.jsonl"});
        const Ended ended = classify("in.jsonl", arguments);
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        std::vector<std::string> names;
        const auto rows = lines("out.jsonl");
        for (const auto& [label, p] : rows.at(0).at("scores").items()) names.push_back(label);
        return names;
    }
    Json scoresWith(Arguments arguments) {
        arguments.insert(arguments.end(), {"--model", crossEncoder(), "--scores", "logits", "--output", "out.jsonl"});
        const Ended ended = classify("in.jsonl", arguments);
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        return lines("out.jsonl").at(0).at("scores");
    }
    /// Exit code 2, a message with this in it, and no output.
    void refuses(Arguments arguments, const std::string& message, int code = wrongUsage) {
        arguments.insert(arguments.end(), {"--output", "out.csv"});
        const auto before = files();
        const Ended ended = classify("in.jsonl", arguments);
        EXPECT_EQ(ended.exitCode, code) << ended.errors;
        EXPECT_THAT(ended.errors, HasSubstr("error: "));
        EXPECT_THAT(ended.errors, HasSubstr(message));
        EXPECT_THAT(ended.output, IsEmpty());
        EXPECT_EQ(files(), before);
    }
};

TEST_F(ClassifyLabels, OfAListAreSeparatedByAnyComma) {
    EXPECT_THAT(scored({"--labels", "投诉, 表扬，咨询、建议"}), ElementsAre("投诉", "表扬", "咨询", "建议"));
}

TEST_F(ClassifyLabels, OfAFileAreLinesAndMayHoldAComma) {
    write("labels.txt", "# a comment\n退货,换货\n\n表扬\tpraise of any kind\n");
    EXPECT_THAT(scored({"--labels-file", "labels.txt"}), ElementsAre("退货,换货", "表扬"));
}

TEST_F(ClassifyLabels, OfAFileMayBeGb18030) {
    write("labels.txt", "\xcd\xb6\xcb\xdf\r\n\xb1\xed\xd1\xef\r\n");
    EXPECT_THAT(scored({"--labels-file", "labels.txt"}), ElementsAre("投诉", "表扬"));
}

TEST_F(ClassifyLabels, OfAFileMayComeFromOtherTools) {
    write("labels.csv", "name,english,template\n投诉,complaint,\n表扬,praise,\n");
    EXPECT_THAT(scored({"--labels-file", "labels.csv"}), ElementsAre("投诉", "表扬"));
    write("config.xml",
          "<View><Text name=\"t\" value=\"$t\"/><Choices name=\"c\" toName=\"t\"><Choice value=\"咨询\"/><Choice "
          "value=\"建议\"/></Choices></View>");
    EXPECT_THAT(scored({"--labels-file", "config.xml"}), ElementsAre("咨询", "建议"));
    write("doccano.json", R"([{"text": "好评", "suffix_key": null}, {"text": "差评", "suffix_key": "c"}])");
    EXPECT_THAT(scored({"--labels-file", "doccano.json"}), ElementsAre("好评", "差评"));
}

TEST_F(ClassifyLabels, OfAPresetAreFoundByNameAndById) {
    const std::vector<std::string> names{"好评", "差评", "中评"};
    EXPECT_EQ(scored({"--preset", "情感"}), names);
    EXPECT_EQ(scored({"--preset", "02-sentiment-zh"}), names);
}

TEST_F(ClassifyLabels, APrintedPresetIsALabelFile) {
    const Ended preset = run({"presets", "情感"});
    ASSERT_EQ(preset.exitCode, done);
    write("labels.json", preset.output);
    EXPECT_THAT(scored({"--labels-file", "labels.json"}), ElementsAre("好评", "差评", "中评"));
}

TEST_F(ClassifyLabels, TheTemplateDecidesWhatIsAsked) {
    const Json asked = scoresWith({"--labels", "投诉", "--template", "这是{}"});
    // The same sentence as a label by itself.
    EXPECT_EQ(asked.at("投诉"), scoresWith({"--labels", "这是投诉", "--template", "{}"}).at("这是投诉"));
    EXPECT_NE(asked.at("投诉"), scoresWith({"--labels", "投诉", "--template", "{}"}).at("投诉"));
}

TEST_F(ClassifyLabels, AreNeededExactlyOnce) {
    refuses({"--labels", "投诉,表扬", "--preset", "情感"}, "[--labels,--labels-file,--preset]");
    refuses({}, "[--labels,--labels-file,--preset]");
}

TEST_F(ClassifyLabels, ThatStandTwiceAreRefused) {
    refuses({"--labels", "投诉,表扬,投诉"}, "--labels has the label \"投诉\" twice");
    write("labels.txt", "投诉\n表扬\n投诉\n");
    refuses({"--labels-file", "labels.txt"}, "labels.txt, line 3: the label \"投诉\" stands twice, first at line 1", unreadableInput);
}

TEST_F(ClassifyLabels, ThatAreNoneAreRefused) {
    refuses({"--labels", " , "}, "--labels names no label");
    write("labels.txt", "# nothing\n");
    refuses({"--labels-file", "labels.txt"}, "labels.txt: there is no label in it", unreadableInput);
}

TEST_F(ClassifyLabels, ThatCannotBeReadAreNamed) {
    refuses({"--labels-file", "missing.txt"}, "missing.txt", unreadableInput);
    write("labels.json", "{\"labels\": 7}");
    refuses({"--labels-file", "labels.json"}, "labels.json", unreadableInput);
    refuses({"--preset", "没有"}, "no preset is called \"没有\"; there are: 01-customer-messages");
    refuses({"--preset", ""}, "--preset");
}

TEST_F(ClassifyLabels, ATemplateWithoutAPlaceForTheLabelIsRefused) {
    refuses({"--labels", "投诉", "--template", "这是"}, "--template: the template \"这是\" must contain {} exactly once");
    refuses({"--labels", "投诉", "--template", "{}和{}"}, "exactly once");
    refuses({"--labels", "投诉", "--template", ""}, "exactly once");
}

}  // namespace
}  // namespace labelwright::testing
