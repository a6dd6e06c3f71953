#include "core/labels/label_list.h"
#include "core/project/project_backups.h"
#include "core/project/project_file.h"
#include "tests/cli/program.h"

namespace labelwright::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A project with five texts, two labels, scores for all and decisions on three.
class Project : public CliTest {
protected:
    std::filesystem::path file() const { return m_folder / "survey.lwproj"; }
    void make() {
        write("in.csv", "id,text\na,late again\nb,great\nc,where is it\nd,thanks\ne,broken\n");
        ASSERT_EQ(run({"project", "import", "survey.lwproj", "in.csv"}).exitCode, done);
        auto project = ProjectFile::open(file());
        ASSERT_TRUE(project.ok()) << project.error().detail;
        m_labels.id = newId();
        m_labels.hypothesisTemplate = "{}";
        m_labels.version = 1;
        m_labels.labels = makeLabels({"complaint", "praise"});
        ASSERT_TRUE(project->saveLabels(m_labels).ok());
        ScoreTable scores(5);
        ScoreReading reading;
        reading.modelId = reading.modelName = "test";
        reading.rule = ScoreRule::Cosine;
        reading.temperature = 1;
        reading.columns = {LogitRole::Cosine};
        const auto index = scores.addReading(reading);
        const auto hypotheses = hypothesisHashes(m_labels);
        for (std::size_t row = 0; row < 5; ++row) {
            scores.setReading(row, index);
            // The model says praise of b and d, complaint of the others.
            scores.set(row, hypotheses[0], {row % 2 == 0 ? 2.0F : 0.0F});
            scores.set(row, hypotheses[1], {row % 2 == 0 ? 0.0F : 2.0F});
        }
        ASSERT_TRUE(project->saveScores(scores, std::vector<std::uint32_t>{0}).ok());
        decide(*project, 0, 0);
        decide(*project, 1, 1);
        decide(*project, 2, 1);  // the model is wrong
    }
    void decide(ProjectFile& project, std::uint32_t row, std::size_t label) {
        Review review;
        review.decided = true;
        review.labels = {m_labels.labels[label].id};
        const std::vector<std::uint32_t> rows{row};
        const std::vector<Review> reviews{review};
        ASSERT_TRUE(project.saveReviews(rows, reviews).ok());
    }
    LabelSet m_labels;
};

TEST_F(Project, InfoAndHistorySayWhatIsInItAlsoWhileItIsOpenElsewhere) {
    make();
    const auto window = ProjectFile::open(file());
    ASSERT_TRUE(window.ok());
    const Json info = Json::parse(run({"project", "info", "survey.lwproj", "--json"}).output);
    EXPECT_EQ(info.at("texts"), 5);
    EXPECT_EQ(info.at("labels"), 2);
    EXPECT_EQ(info.at("decided"), 3);
    EXPECT_EQ(info.at("steps"), 5) << "import, labels, three decisions";
    EXPECT_THAT(run({"project", "info", "survey.lwproj"}).output, AllOf(HasSubstr("in.csv"), HasSubstr("deferred 0")));
    const Json history = Json::parse(run({"project", "history", "survey.lwproj", "--json"}).output);
    ASSERT_THAT(history, SizeIs(5));
    EXPECT_EQ(history.back().at("act"), "imported");
    EXPECT_EQ(history.front().at("number"), 5);
    EXPECT_THAT(Json::parse(run({"project", "history", "survey.lwproj", "--json", "--most", "2"}).output), SizeIs(2));
    EXPECT_EQ(run({"project", "info", "missing.lwproj"}).exitCode, unreadableInput);
    const Ended held = run({"project", "import", "survey.lwproj", "in.csv"});
    EXPECT_EQ(held.exitCode, unwritableOutput);
    EXPECT_THAT(held.errors, HasSubstr("is open for writing in another program"));
}

TEST_F(Project, ImportingOtherTextsKeepsWhatWasSaidAndABackup) {
    make();
    write("more.csv", "id,text\nb,great\nz,new\n");
    const Ended imported = run({"project", "import", "survey.lwproj", "more.csv"});
    ASSERT_EQ(imported.exitCode, done) << imported.errors;
    EXPECT_THAT(imported.output, HasSubstr("2 texts are in survey.lwproj; 1 of them decided, 2 reviews wait for their texts"));
    ASSERT_EQ(run({"project", "import", "survey.lwproj", "in.csv"}).exitCode, done);
    EXPECT_EQ(Json::parse(run({"project", "info", "survey.lwproj", "--json"}).output).at("decided"), 3);
    const Json backups = Json::parse(run({"project", "backups", "survey.lwproj", "--json"}).output);
    ASSERT_THAT(backups, SizeIs(2));
    EXPECT_EQ(backups[1].at("decided"), 3);
    EXPECT_EQ(backups[1].at("before"), "import");
}

TEST_F(Project, ExportWritesPredictionsAndHumanLabelsOfTheRowsAskedFor) {
    make();
    ASSERT_EQ(run({"project", "export", "survey.lwproj", "--output", "all.jsonl", "--scores"}).exitCode, done);
    const auto all = lines("all.jsonl");
    ASSERT_THAT(all, SizeIs(5));
    EXPECT_EQ(all[2].at("label"), "complaint");
    EXPECT_EQ(all[2].at("human_labels"), Json::array({"praise"}));
    EXPECT_EQ(all[2].at("review"), "corrected");
    EXPECT_TRUE(all[3].at("human_labels").is_null());
    EXPECT_NEAR(all[3].at("scores").at("praise").get<double>(), 0.88, 0.01);
    ASSERT_EQ(run({"project", "export", "survey.lwproj", "--output", "open.csv", "--rows", "undecided"}).exitCode, done);
    EXPECT_THAT(read("open.csv"), AllOf(HasSubstr("thanks"), HasSubstr("broken"), ::testing::Not(HasSubstr("great"))));
    EXPECT_EQ(run({"project", "export", "survey.lwproj", "--output", "x.pdf"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"project", "export", "survey.lwproj", "--output", "survey.lwproj"}).exitCode, wrongUsage);
}

TEST_F(Project, EvaluateComparesPredictionsWithWhatPeopleDecided) {
    make();
    const Ended evaluated = run({"project", "evaluate", "survey.lwproj", "--output", "report.json", "--confusion", "confusion.csv"});
    ASSERT_EQ(evaluated.exitCode, done) << evaluated.errors;
    const Json report = json("report.json");
    EXPECT_EQ(report.at("compared"), 3);
    EXPECT_DOUBLE_EQ(report.at("accuracy"), 2.0 / 3);
    EXPECT_THAT(read("confusion.csv"), HasSubstr("praise,1,1"));
    run({"project", "import", "empty.lwproj", "in.csv"});
    const Ended nothing = run({"project", "evaluate", "empty.lwproj"});
    EXPECT_EQ(nothing.exitCode, wrongUsage);
    EXPECT_THAT(nothing.errors, HasSubstr("nobody has decided on any text"));
}

TEST_F(Project, ABackupIsRestoredByItsNumber) {
    make();
    ASSERT_EQ(run({"project", "import", "survey.lwproj", "in.csv"}).exitCode, done);  // a backup is kept
    {
        auto project = ProjectFile::open(file());
        decide(*project, 4, 0);
    }
    const Ended restored = run({"project", "restore", "survey.lwproj", "1"});
    ASSERT_EQ(restored.exitCode, done) << restored.errors;
    EXPECT_EQ(Json::parse(run({"project", "info", "survey.lwproj", "--json"}).output).at("decided"), 3);
    EXPECT_THAT(Json::parse(run({"project", "backups", "survey.lwproj", "--json"}).output), SizeIs(2));
    EXPECT_EQ(run({"project", "restore", "survey.lwproj", "77"}).exitCode, wrongUsage);
}

TEST_F(Project, ADamagedOneIsCopiedFromWhatCanBeRead) {
    make();
    ASSERT_EQ(run({"project", "copy", "survey.lwproj", "--output", "copy.lwproj"}).exitCode, done);
    std::string bytes = read("copy.lwproj");
    const auto at = bytes.find("late again");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at / 8192 * 8192, 8192, 8192, '\xaa');
    write("copy.lwproj", bytes);
    EXPECT_EQ(run({"project", "export", "copy.lwproj", "--output", "x.csv"}).exitCode, unreadableInput);
    const Ended repaired = run({"project", "repair", "copy.lwproj", "--output", "repaired.lwproj"});
    ASSERT_EQ(repaired.exitCode, done) << repaired.errors;
    EXPECT_THAT(repaired.output, AllOf(HasSubstr("5 texts could not be read"), HasSubstr("what could be read is in repaired.lwproj")));
    EXPECT_TRUE(read("copy.lwproj") == bytes);
    EXPECT_EQ(Json::parse(run({"project", "info", "repaired.lwproj", "--json"}).output).at("decided"), 3);
    EXPECT_EQ(run({"project", "repair", "copy.lwproj", "--output", "repaired.lwproj"}).exitCode, unwritableOutput)
        << "nothing is overwritten";
}

TEST_F(Project, ExportsInEveryFormatAndImportsItsOwnDecisionsAgain) {
    make();
    for (const char* format : {"csv", "tsv", "xlsx", "jsonl", "label-studio", "doccano", "argilla", "prodigy"}) {
        SCOPED_TRACE(format);
        const std::string out = std::string("out.") + (format == std::string("argilla") ? "json" : format);
        ASSERT_EQ(run({"project", "export", "survey.lwproj", "--format", format, "--output", "out"}).exitCode, done);
        std::filesystem::rename(m_folder / "out", m_folder / out);
        std::filesystem::remove(m_folder / "copy.lwproj");
        const Ended imported = run({"project", "import", "copy.lwproj", out});
        ASSERT_EQ(imported.exitCode, done) << imported.errors;
        EXPECT_THAT(imported.output, HasSubstr("3 decisions and 2 new labels came with the texts"));
        const Json info = Json::parse(run({"project", "info", "copy.lwproj", "--json"}).output);
        EXPECT_EQ(info.at("texts"), 5);
        EXPECT_EQ(info.at("decided"), 3);
    }
    const Ended training = run({"project", "export", "survey.lwproj", "--format", "fasttext", "--output", "train.txt"});
    EXPECT_EQ(training.exitCode, done);
    EXPECT_THAT(readFile(m_folder / "train.txt"), HasSubstr("__label__praise where is it\n"));
}

TEST_F(Project, AddsTextsOrTakesOnlyDecisions) {
    make();
    write("more.csv", "id,text,mood\nb,great,complaint\nz,new,praise\n");
    const Ended added = run({"project", "import", "survey.lwproj", "more.csv", "--add", "--label-column", "mood"});
    ASSERT_EQ(added.exitCode, done) << added.errors;
    EXPECT_THAT(added.output, AllOf(HasSubstr("1 texts were there already"), HasSubstr("1 decisions made here before stay"),
                                    HasSubstr("6 texts are in survey.lwproj; 4 of them decided")));
    const Ended labels = run({"project", "import", "survey.lwproj", "more.csv", "--labels-only", "--label-column", "mood"});
    ASSERT_EQ(labels.exitCode, done) << labels.errors;
    const auto contents = ProjectFile::openForReading(file())->load();
    ASSERT_TRUE(contents.ok());
    EXPECT_EQ(contents->reviews.at(1).labels, std::vector<LabelId>{m_labels.labels[0].id}) << "the file's word counts";
    EXPECT_EQ(run({"project", "import", "survey.lwproj", "more.csv", "--label-column", "modo"}).exitCode, wrongUsage);
    EXPECT_EQ(run({"project", "import", "new.lwproj", "more.csv", "--add"}).exitCode, wrongUsage) << "there is nothing to add to";
}

}  // namespace
}  // namespace labelwright::testing
