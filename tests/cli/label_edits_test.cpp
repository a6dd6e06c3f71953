// `labels merge`, `unmerge`, `diff` and `versions`: on label files, presets and projects.
#include "core/labels/label_list.h"
#include "core/project/project_file.h"
#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class LabelEdits : public CliTest {
protected:
    /// Three labels in a project of four texts with scores: 咨询 wins two, 提问 one that 投诉 would win if the first two were one, and so
    /// on.
    void makeProject() {
        auto project = ProjectFile::open(m_folder / "work.lwproj");
        ASSERT_TRUE(project.ok());
        DatasetBuilder builder({"texts.csv", "", "text", {}, "csv", "UTF-8"}, {});
        for (const char* text : {"one", "two", "three", "four"}) builder.add("", text, {}, builder.size() + 1);
        ASSERT_TRUE(project->saveDataset(*std::move(builder).build()).ok());
        LabelSet labels;
        labels.labels = makeLabels({"咨询", "提问", "投诉"});
        ASSERT_TRUE(project->saveLabels(labels).ok());
        const auto hashes = hypothesisHashes(labels);
        ScoreTable scores(4);
        scores.addReading({"m", "m", ScoreRule::Entailment, 1, {LogitRole::Entailment, LogitRole::Contradiction}, Precision::Fp32});
        const float yes[4][3] = {{2, 0, 0}, {2, 1.5F, 2.2F}, {0, 2, 1}, {0, 0, 3}};
        for (std::uint32_t row = 0; row < 4; ++row)
            for (std::size_t label = 0; label < 3; ++label) scores.set(row, hashes[label], {yes[row][label], 0, 0});
        ASSERT_TRUE(project->saveScores(scores, std::vector<std::uint32_t>{0}).ok());
    }
    StoredStep stepOf(std::uint64_t number) {
        const auto project = ProjectFile::open(m_folder / "work.lwproj");
        auto step = project->readStep(number);
        EXPECT_TRUE(step.ok());
        return *std::move(step);
    }
    ProjectContents contents() {
        const auto project = ProjectFile::open(m_folder / "work.lwproj");
        auto loaded = project->load();
        EXPECT_TRUE(loaded.ok());
        return *std::move(loaded);
    }
};

TEST_F(LabelEdits, MergeAndUnmergeChangeAFileInPlaceOrWriteAnother) {
    write("a.json", R"({"labels": [{"id": "1", "name": "咨询"}, {"id": "2", "name": "提问"}, {"id": "3", "name": "投诉"}]})");
    const Ended merged = run({"labels", "merge", "a.json", "--into", "咨询", "--labels", "提问，投诉", "--output", "b.json"});
    EXPECT_EQ(merged.exitCode, done) << merged.errors;
    EXPECT_THAT(merged.errors, HasSubstr("Merge 提问, 投诉 into 咨询: 1 labels now, b.json"));
    EXPECT_EQ(json("a.json").at("labels").size(), 3U) << "--output leaves it as it is";
    ASSERT_EQ(json("b.json").at("labels").size(), 1U);
    EXPECT_EQ(json("b.json").at("labels")[0].at("merged")[1].at("name"), "投诉");
    const Ended repeated = run({"labels", "merge", "--into", "1", "--labels", "2", "--labels", "3", "a.json", "--output", "c.json"});
    EXPECT_EQ(repeated.exitCode, done) << repeated.errors;
    EXPECT_EQ(json("c.json").at("labels"), json("b.json").at("labels"));
    const Ended taken = run({"labels", "unmerge", "b.json", "--labels", "3", "--json"});
    EXPECT_EQ(taken.exitCode, done) << taken.errors;
    EXPECT_EQ(Json::parse(taken.output).at("labels")[1].at("name"), "投诉");
    EXPECT_EQ(json("b.json").at("labels").size(), 2U);
}

TEST_F(LabelEdits, NothingIsWrittenWhereTheMergeWouldBeLostOrMakesNoSense) {
    write("a.csv", "name,english\n咨询,question\n提问,query\n");
    write("a.json", R"(["咨询", "提问"])");
    const auto before = files();
    const std::string bytes = read("a.csv");
    const Ended lossy = run({"labels", "merge", "a.csv", "--into", "咨询", "--labels", "提问"});
    EXPECT_EQ(lossy.exitCode, wrongUsage);
    EXPECT_THAT(lossy.errors, AllOf(HasSubstr("csv has no place for merged labels"), HasSubstr("--output")));
    EXPECT_EQ(run({"labels", "merge", "a.json", "--into", "咨询", "--labels", "提问", "--output", "b.xml"}).exitCode, wrongUsage);
    const Ended unknown = run({"labels", "merge", "a.json", "--into", "咨询", "--labels", "退款"});
    EXPECT_EQ(unknown.exitCode, wrongUsage);
    EXPECT_THAT(unknown.errors, HasSubstr("there is no label \"退款\"; there are: 咨询, 提问"));
    EXPECT_THAT(run({"labels", "merge", "a.json", "--into", "咨询", "--labels", "咨询"}).errors, HasSubstr("into itself"));
    EXPECT_THAT(run({"labels", "unmerge", "a.json", "--labels", "咨询"}).errors, HasSubstr("there is no merged label"));
    EXPECT_EQ(run({"labels", "merge", "none.json", "--into", "a", "--labels", "b"}).exitCode, unreadableInput);
    EXPECT_EQ(run({"labels", "merge", "none.lwproj", "--into", "a", "--labels", "b"}).exitCode, unreadableInput);
    EXPECT_EQ(files(), before) << "no project came into being either";
    EXPECT_EQ(read("a.csv"), bytes);
}

TEST_F(LabelEdits, ABuiltInPresetStaysAsItIs) {
    EXPECT_THAT(run({"labels", "merge", "客服工单", "--into", "咨询", "--labels", "建议"}).errors, HasSubstr("is built in"));
    const Ended merged = run({"labels", "merge", "客服工单", "--into", "咨询", "--labels", "建议", "--output", "mine.json"});
    EXPECT_EQ(merged.exitCode, done) << merged.errors;
    EXPECT_EQ(json("mine.json").at("labels").size(), 3U);
}

TEST_F(LabelEdits, OnesOwnPresetIsChangedWhereItIs) {
    const auto file = data() / "presets/mine.json";
    writeFile(file, R"({"name": "我的", "description": "旧", "labels": [{"id": "1", "name": "咨询"}, {"id": "2", "name": "提问"}]})");
    const Ended merged = run({"labels", "merge", "我的", "--into", "咨询", "--labels", "提问"});
    EXPECT_EQ(merged.exitCode, done) << merged.errors;
    const Json preset = Json::parse(readFile(file));
    EXPECT_EQ(preset.at("description"), "旧");
    EXPECT_EQ(preset.at("labels")[0].at("merged")[0].at("name"), "提问");
    EXPECT_EQ(run({"labels", "unmerge", "mine", "--labels", "提问"}).exitCode, done) << "by its id";
    EXPECT_EQ(Json::parse(readFile(file)).at("labels").size(), 2U);
    writeFile(data() / "presets/dotted.json", R"({"name": "客服 v1.2", "labels": ["咨询", "投诉"]})");
    EXPECT_THAT(run({"labels", "diff", "客服 v1.2", "dotted"}).output, HasSubstr("the labels are the same"));
}

TEST_F(LabelEdits, InAProjectAMergeIsAStepOfTheHistoryThatCanBeTakenBack) {
    makeProject();
    const LabelSet before = contents().labels;
    const Ended merged = run({"labels", "merge", "work.lwproj", "--into", "咨询", "--labels", "提问"});
    EXPECT_EQ(merged.exitCode, done) << merged.errors;
    EXPECT_THAT(merged.errors, AllOf(HasSubstr("version 2"), HasSubstr("1 of 4 texts get another label, without the model")));
    const ProjectContents after = contents();
    EXPECT_EQ(after.labels.labels.size(), 2U);
    EXPECT_EQ(after.scores.hypotheses().size(), 3U) << "no score is lost";
    ASSERT_EQ(after.undo.steps.size(), 2U);
    EXPECT_EQ(after.undo.steps.back().text, "Merge 提问 into 咨询");
    EXPECT_EQ(stepOf(after.undo.steps.back().number).before.labels, before);
    EXPECT_EQ(run({"labels", "unmerge", "work.lwproj", "--labels", "提问"}).exitCode, done);
    EXPECT_EQ(contents().labels.labels, before.labels);
    EXPECT_EQ(contents().labels.version, 3U);
}

TEST_F(LabelEdits, AnEarlierVersionCannotBeChangedButWrittenToAFile) {
    makeProject();
    ASSERT_EQ(run({"labels", "merge", "work.lwproj", "--into", "咨询", "--labels", "提问"}).exitCode, done);
    const Ended refused = run({"labels", "merge", "work.lwproj@1", "--into", "咨询", "--labels", "投诉"});
    EXPECT_EQ(refused.exitCode, wrongUsage);
    EXPECT_THAT(refused.errors, HasSubstr("is an earlier version"));
    EXPECT_EQ(run({"labels", "merge", "work.lwproj@1", "--into", "咨询", "--labels", "投诉", "--output", "o.json"}).exitCode, done);
    EXPECT_EQ(json("o.json").at("labels").size(), 2U);
    EXPECT_EQ(contents().labels.version, 2U);
    const Ended none = run({"labels", "diff", "work.lwproj@7", "work.lwproj"});
    EXPECT_EQ(none.exitCode, wrongUsage);
    EXPECT_THAT(none.errors, HasSubstr("the labels have no version 7"));
}

TEST_F(LabelEdits, VersionsTellWhatEachStateMadeOfTheOneBefore) {
    makeProject();
    ASSERT_EQ(run({"labels", "merge", "work.lwproj", "--into", "咨询", "--labels", "提问"}).exitCode, done);
    const Ended text = run({"labels", "versions", "work.lwproj"});
    EXPECT_EQ(text.exitCode, done) << text.errors;
    EXPECT_THAT(text.output, AllOf(HasSubstr("* 2  2"), HasSubstr("2 labels: merged \"提问\" into \"咨询\""), HasSubstr("\n  1  2")));
    const Json versions = Json::parse(run({"labels", "versions", "work.lwproj", "--json"}).output);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].at("inUse"), true);
    EXPECT_EQ(versions[0].at("changes")[0].at("kind"), "Merged");
    EXPECT_EQ(versions[1].at("labels"), (Json{"咨询", "提问", "投诉"}));
    EXPECT_THAT(versions[1].at("madeAt").get<std::string>(), ::testing::EndsWith("Z"));
    const Ended file = run({"labels", "versions", "客服工单"});
    EXPECT_EQ(file.exitCode, wrongUsage);
    EXPECT_THAT(file.errors, HasSubstr("is no project"));
}

TEST_F(LabelEdits, DiffOfTwoFilesGoesByNameWhereTheyHaveNoIds) {
    write("a.txt", "咨询\n投诉\n");
    write("b.csv", "name,description\n投诉,不满\n退款,要钱\n");
    const Ended text = run({"labels", "diff", "a.txt", "b.csv"});
    EXPECT_EQ(text.exitCode, done) << text.errors;
    EXPECT_THAT(text.output, AllOf(HasSubstr("removed \"咨询\""), HasSubstr("added \"退款\""), HasSubstr("described as \"不满\""),
                                   Not(HasSubstr("added \"投诉\"")), Not(HasSubstr("texts"))));
    const Json json = Json::parse(run({"labels", "diff", "a.txt", "a.txt", "--json"}).output);
    EXPECT_EQ(json.at("changes"), Json::array());
    EXPECT_TRUE(json.at("answers").is_null());
    EXPECT_THAT(run({"labels", "diff", "02-sentiment-zh", "情感"}).output, HasSubstr("the labels are the same"));
    const Ended nothing = run({"labels", "diff", "a.txt", "没有"});
    EXPECT_EQ(nothing.exitCode, wrongUsage);
    EXPECT_THAT(nothing.errors, HasSubstr("there is no label file 没有, and no preset is called"));
}

TEST_F(LabelEdits, DiffOfTwoVersionsCountsTheTextsThatChangeFromStoredScores) {
    makeProject();
    ASSERT_EQ(run({"labels", "merge", "work.lwproj", "--into", "咨询", "--labels", "提问"}).exitCode, done);
    const Ended text = run({"labels", "diff", "work.lwproj@1", "work.lwproj", "--matrix", "m.csv"});
    EXPECT_EQ(text.exitCode, done) << text.errors;
    EXPECT_EQ(text.output, "merged \"提问\" into \"咨询\"\n1 of 4 texts get other labels\n  1  \"投诉\" -> \"咨询\"\n");
    EXPECT_EQ(read("m.csv"),
              "\xEF\xBB\xBF"
              "before,咨询,投诉,(none)\r\n咨询,1,0,0\r\n提问,1,0,0\r\n投诉,1,1,0\r\n(none),0,0,0\r\n");
    const Json answers = Json::parse(run({"labels", "diff", "work.lwproj@1", "work.lwproj@2", "--json"}).output).at("answers");
    EXPECT_EQ(answers.at("changed"), 1);
    EXPECT_EQ(answers.at("matrix"), (Json{{1, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 0, 0}}));
    EXPECT_EQ(answers.at("texts"), (Json{{{"row", 2}, {"id", "2"}, {"text", "two"}, {"before", "投诉"}, {"after", "咨询"}}}));
}

TEST_F(LabelEdits, AFileIsTriedOutOnTheTextsOfAProject) {
    makeProject();
    write("two.txt", "咨询\n投诉\n");
    const Json json = Json::parse(run({"labels", "diff", "work.lwproj", "two.txt", "--json"}).output);
    EXPECT_EQ(json.at("changes")[0].at("kind"), "Removed");
    EXPECT_EQ(json.at("answers").at("compared"), 4) << "its sentences were asked before";
    EXPECT_EQ(json.at("answers").at("textsAfter"), (Json{1, 3, 0}));
    write("new.txt", "咨询\n退款\n");
    EXPECT_EQ(Json::parse(run({"labels", "diff", "work.lwproj", "new.txt", "--json"}).output).at("answers").at("incomplete"), 4);
    const Ended noTexts = run({"labels", "diff", "two.txt", "new.txt", "--matrix", "m.csv"});
    EXPECT_EQ(noTexts.exitCode, wrongUsage);
    EXPECT_THAT(noTexts.errors, HasSubstr("no texts were labeled with both"));
}

}  // namespace
}  // namespace labelwright::testing
