#include <filesystem>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Each leaves the folder as it was and says on standard error what, where and what to do.
class ClassifyErrors : public CliTest {
protected:
    ClassifyErrors() { write("in.csv", "id,text\n1,快递太慢了\n2,客服很好\n"); }

    void fails(const Arguments& arguments, int code, const std::string& message) {
        const auto before = files();
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, code) << ended.errors;
        EXPECT_THAT(ended.errors, AllOf(HasSubstr("error: "), HasSubstr(message)));
        EXPECT_EQ(ended.output, "");
        EXPECT_EQ(files(), before);
    }
    void failsWith(const Arguments& options, int code, const std::string& message) {
        Arguments all{"classify", "in.csv", "--labels", "投诉,表扬", "--output", "out.csv"};
        all.insert(all.end(), options.begin(), options.end());
        fails(all, code, message);
    }
};

TEST_F(ClassifyErrors, OfTheInputNameTheFile) {
    fails({"classify", "missing.csv", "--labels", "投诉", "--output", "out.csv"}, unreadableInput, "there is no file missing.csv");
    std::filesystem::create_directory(m_folder / "folder");
    fails({"classify", "folder", "--labels", "投诉", "--output", "out.csv"}, unreadableInput, "folder");
    write("empty.csv", "");
    fails({"classify", "empty.csv", "--labels", "投诉", "--output", "out.csv"}, unreadableInput, "empty.csv");
    failsWith({"--text-column", "内容"}, wrongUsage, "--text-column: in.csv: there is no column \"内容\"; the file has: id, text");
}

TEST_F(ClassifyErrors, OfTheModelNameItAndWhatThereIs) {
    failsWith({"--model", "nobody"}, wrongModel, "no model is called \"nobody\" and no such folder exists; there are: labelwright-zh-mini");
    std::filesystem::create_directory(m_folder / "empty");
    failsWith({"--model", "empty"}, wrongModel, "config.json");
}

TEST_F(ClassifyErrors, OfARefusedModelNameItsFile) {
    for (const auto& entry : std::filesystem::directory_iterator(fixtures() / "models/refused")) {
        if (!entry.is_directory()) continue;
        SCOPED_TRACE(entry.path().filename());
        const bool pickle = std::filesystem::exists(entry.path() / "pytorch_model.bin");
        failsWith({"--model", entry.path().string(), "--device", "cpu"}, wrongModel,
                  (entry.path() / (pickle ? "pytorch_model.bin: refused" : "model.safetensors")).string());
    }
}

TEST_F(ClassifyErrors, OfADeviceDoNotFallBackToAnother) {
    failsWith({"--device", "cuda:99"}, noDevice, "labelwright-cli probe lists the devices");
    failsWith({"--device", "gpu"}, noDevice, "There is no device \"gpu\"; devices are auto, cpu and cuda:N");
    failsWith({"--device", "cuda:99"}, noDevice, "cuda:99 cannot be used");
    if (std::filesystem::exists("/proc/driver/nvidia")) GTEST_SKIP() << "skipped: this machine has an NVIDIA driver";
    failsWith({"--device", "cuda:0"}, noDevice, "cuda:0 cannot be used: there is no NVIDIA driver");
}

TEST_F(ClassifyErrors, OfAPrecisionSayWhyAndWhatToChoose) {
    failsWith({"--precision", "fp16", "--device", "cpu"}, noDevice, "fp16 cannot be had on cpu: half precision runs");
    failsWith({"--precision", "fp16", "--device", "cpu"}, noDevice, "choose fp32 or auto");
}

TEST_F(ClassifyErrors, OfANumberNameTheOption) {
    for (const char* option : {"--threshold", "--abstain"}) {
        for (const char* value : {"1.5", "nan", "half", ""})
            failsWith({option, value}, wrongUsage, std::string(option) + ": \"" + value + "\" is not a number from 0 to 1");
    }
    for (const char* value : {"0", "warm"})
        failsWith({"--temperature", value}, wrongUsage, std::string("--temperature: \"") + value + "\" is not a number above 0");
}

TEST_F(ClassifyErrors, OfAWordNameTheOptionAndTheChoices) {
    failsWith({"--scores", "all"}, wrongUsage, "--scores: all not in {none,probabilities,logits}");
    failsWith({"--precision", "fp8"}, wrongUsage, "--precision: fp8 not in {auto,fp32,bf16,fp16,int8}");
    failsWith({"--no-such-option"}, wrongUsage, "labelwright-cli classify does not know these arguments: --no-such-option");
    failsWith({"--cache", "c.sqlite", "--no-cache"}, wrongUsage, "--no-cache");
    fails({"classify", "in.csv", "--labels", "投诉"}, wrongUsage, "--output is required");
    fails({"classify", "--labels", "投诉", "--output", "out.csv"}, wrongUsage, "INPUT is required");
}

TEST_F(ClassifyErrors, OfTheOutputComeBeforeAnythingIsComputed) {
    const auto classifyInto = [](const std::string& output) -> Arguments {
        return {"classify", "in.csv", "--labels", "投诉", "--output", output};
    };
    fails(classifyInto("out.xls"), wrongUsage, "--output: the name \"out.xls\" must end in .csv, .tsv, .xlsx or .jsonl");
    fails(classifyInto("nowhere/out.csv"), unwritableOutput, "--output: the folder nowhere does not exist; make it first");
    fails(classifyInto("/proc/out.csv"), unwritableOutput, "--output: cannot write /proc/out.csv");
    std::filesystem::create_directory(m_folder / "folder.csv");
    fails(classifyInto("folder.csv"), unwritableOutput, "--output: cannot write folder.csv: it is a folder");
    failsWith({"--summary", "nowhere/run.json"}, unwritableOutput, "--summary: the folder nowhere does not exist");
}

TEST_F(ClassifyErrors, AFileIsNotReadAndWrittenAtOnce) {
    write("labels.csv", "投诉\n");
    fails({"classify", "in.csv", "--labels", "投诉", "--output", "./in.csv"}, wrongUsage, "--output and INPUT are the same file");
    fails({"classify", "in.csv", "--labels-file", "labels.csv", "--output", "labels.csv"}, wrongUsage,
          "--output and --labels-file are the same file");
    failsWith({"--summary", "out.csv"}, wrongUsage, "--summary and --output are the same file");
    EXPECT_THAT(read("in.csv"), HasSubstr("快递太慢了"));
}

TEST_F(ClassifyErrors, AnOlderResultStaysWhereANewOneFails) {
    write("out.csv", "older");
    const Ended ended = run({"classify", "in.csv", "--labels", "投诉", "--output", "out.csv", "--model", "nobody"});
    EXPECT_EQ(ended.exitCode, wrongModel);
    EXPECT_EQ(read("out.csv"), "older");
    EXPECT_THAT(files(), ElementsAre("in.csv", "out.csv"));
}

}  // namespace
}  // namespace labelwright::testing
