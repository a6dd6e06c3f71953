#include <algorithm>
#include <filesystem>

#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class Commands : public CliTest {
protected:
    std::vector<std::string> modelIds() {
        const Ended ended = run({"models", "--json"});
        EXPECT_EQ(ended.exitCode, done) << ended.errors;
        std::vector<std::string> ids;
        for (const auto& model : Json::parse(ended.output)) ids.push_back(model.at("id"));
        return ids;
    }
};

TEST_F(Commands, HelpNamesEveryCommandAndExitCode) {
    const Ended help = run({"--help"});
    EXPECT_EQ(help.exitCode, done);
    EXPECT_EQ(help.errors, "");
    for (const char* command : {"classify", "tokenize", "models", "labels", "presets", "cache", "probe"})
        EXPECT_THAT(help.output, HasSubstr(command));
    for (const int code : {done, wrongUsage, unreadableInput, wrongModel, noDevice, unwritableOutput, 70, interruptedRun})
        EXPECT_THAT(help.output, HasSubstr(std::to_string(code) + " ")) << code;
    EXPECT_THAT(run({"classify", "--help"}).output, AllOf(HasSubstr("--labels-file"), HasSubstr("--no-cache"), HasSubstr("--abstain")));
    EXPECT_THAT(run({"--version"}).output, ::testing::MatchesRegex("labelwright-cli [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(Commands, AWrongOneIsRefusedWithTheListOfThose) {
    for (const Arguments& arguments : {Arguments{"clasify"}, Arguments{}}) {
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, wrongUsage);
        EXPECT_EQ(ended.output, "");
        EXPECT_THAT(ended.errors, HasSubstr("the commands are: classify, evaluate, tokenize, models, labels, project, presets, cache, probe"));
    }
}

TEST_F(Commands, ModelsListsTheBundledOneAndThoseOfAddedFolders) {
    EXPECT_THAT(modelIds(), AllOf(Contains("labelwright-zh-mini"), Not(Contains("bi_mean"))));
    EXPECT_THAT(run({"models"}).output, HasSubstr("labelwright-zh-mini"));
    std::filesystem::create_directories(m_folder / "own");
    std::filesystem::copy(parityModel("bi_mean"), m_folder / "own/bi_mean", std::filesystem::copy_options::recursive);
    ASSERT_EQ(run({"models", "add", "own"}).exitCode, done);
    EXPECT_THAT(modelIds(), Contains("bi_mean"));
    ASSERT_EQ(run({"models", "remove", "own/"}).exitCode, done);
    EXPECT_THAT(modelIds(), Not(Contains("bi_mean")));
    EXPECT_TRUE(std::filesystem::exists(m_folder / "own/bi_mean/config.json"));
    const Ended again = run({"models", "remove", "own"});
    EXPECT_EQ(again.exitCode, wrongUsage);
    EXPECT_THAT(again.errors, HasSubstr("is not on the list"));
    EXPECT_EQ(run({"models", "add", "nowhere"}).exitCode, wrongUsage);
}

TEST_F(Commands, ModelsCheckLoadsOneOnTrial) {
    const Ended sound = run({"models", "check", crossEncoder(), "--device", "cpu"});
    EXPECT_EQ(sound.exitCode, done) << sound.errors;
    EXPECT_THAT(sound.output, HasSubstr("hf_nli_safetensors: every weight is there and finite; cpu"));
    const Ended refused = run({"models", "check", (fixtures() / "models/refused/truncated_file").string()});
    EXPECT_EQ(refused.exitCode, wrongModel);
    EXPECT_THAT(refused.errors, HasSubstr("model.safetensors"));
    EXPECT_EQ(refused.output, "");
}

TEST_F(Commands, PresetsListsAllAndPrintsOne) {
    EXPECT_THAT(run({"presets"}).output, HasSubstr("02-sentiment-zh"));
    const Ended one = run({"presets", "02-sentiment-zh"});
    EXPECT_EQ(one.exitCode, done);
    EXPECT_EQ(Json::parse(one.output).at("labels").size(), 3U);
    const Ended none = run({"presets", "nobody"});
    EXPECT_EQ(none.exitCode, wrongUsage);
    EXPECT_THAT(none.errors, HasSubstr("no preset is called \"nobody\"; there are: 01-customer-messages"));
}

TEST_F(Commands, ProbeShowsTheProcessorAndItsPrecisions) {
    const Ended ended = run({"probe", "--json"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto devices = Json::parse(ended.output);
    const auto cpu = std::find_if(devices.begin(), devices.end(), [](const auto& device) { return device.at("id") == "cpu"; });
    ASSERT_NE(cpu, devices.end());
    EXPECT_EQ(cpu->at("usable"), true);
    EXPECT_THAT(cpu->at("precisions").get<std::vector<std::string>>(), AllOf(Contains("fp32"), Not(Contains("fp16"))));
    EXPECT_THAT(run({"probe"}).output, HasSubstr("cpu"));
}

TEST_F(Commands, ProbeMeasuresAgainOnlyWhenAsked) {
    const Ended ended = run({"probe", "--measure", "--json"});
    ASSERT_EQ(ended.exitCode, done) << ended.errors;
    const auto measured = Json::parse(ended.output).at("measured");
    ASSERT_FALSE(measured.empty());
    for (const auto& model : measured) EXPECT_THAT(model.at("notes").dump(), HasSubstr("GFLOP/s"));
    EXPECT_THAT(run({"probe", "--measure"}).output, HasSubstr("Measured on this machine"));
    EXPECT_THAT(run({"probe"}).output, Not(HasSubstr("GFLOP/s")));
}

TEST_F(Commands, WhatCannotBePrintedIsAnError) {
    m_standardOutput = "/dev/full";
    write("in.csv", "id,text\n1,好\n");
    for (const Arguments& arguments : {Arguments{"presets"}, Arguments{"tokenize", "in.csv", "--model", crossEncoder()}}) {
        const Ended ended = run(arguments);
        EXPECT_EQ(ended.exitCode, unwritableOutput);
        EXPECT_THAT(ended.errors, HasSubstr("error: cannot write to standard output"));
    }
}

TEST_F(Commands, CacheShowsNothingAtFirstAndKnowsItsActions) {
    const Ended shown = run({"cache"});
    EXPECT_EQ(shown.exitCode, done) << shown.errors;
    EXPECT_THAT(shown.output, AllOf(HasSubstr("scores      0\n"), HasSubstr("scores.sqlite")));
    EXPECT_EQ(run({"cache", "trim"}).exitCode, done);
    EXPECT_EQ(run({"cache", "burn"}).exitCode, wrongUsage);
    const Ended missing = run({"cache", "--cache", "missing.sqlite"});
    EXPECT_EQ(missing.exitCode, unreadableInput);
    EXPECT_THAT(missing.errors, HasSubstr("--cache: there is no file missing.sqlite"));
    EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace labelwright::testing
