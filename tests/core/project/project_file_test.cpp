#include "core/project/project_file.h"

#include <gtest/gtest.h>

#include "tests/core/project/project_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

class ProjectFileTest : public ::testing::Test {
protected:
    ProjectFile open() {
        auto project = ProjectFile::open(file);
        EXPECT_TRUE(project.ok()) << project.error().detail;
        return std::move(*project);
    }
    ProjectContents loaded() {
        auto contents = open().load();
        EXPECT_TRUE(contents.ok()) << contents.error().detail;
        return std::move(*contents);
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "survey.lwproj";
};

TEST_F(ProjectFileTest, aNewProjectIsEmpty) {
    const ProjectContents contents = loaded();
    EXPECT_EQ(contents.dataset, nullptr);
    EXPECT_TRUE(contents.labels.labels.empty());
    EXPECT_EQ(contents.labels.version, 0U);
    EXPECT_TRUE(contents.undo.steps.empty());
    EXPECT_EQ(contents.selection, Selection());
    EXPECT_EQ(contents.modelChoice, "auto");
    EXPECT_EQ(contents.viewState, "");
    EXPECT_EQ(contents.scores.rows(), 0U);
    EXPECT_EQ(open().path(), file);
}

TEST_F(ProjectFileTest, textsComeBackWithEverythingThatWasImported) {
    const auto dataset = sampleDataset(9000, "may");
    ASSERT_TRUE(open().saveDataset(*dataset).ok());
    const ProjectContents contents = loaded();
    ASSERT_NE(contents.dataset, nullptr);
    expectSameDataset(*contents.dataset, *dataset);
    EXPECT_EQ(contents.scores.rows(), 9000U);
}

TEST_F(ProjectFileTest, unusualTextsSurvive) {
    DatasetBuilder builder({"clipboard", "", "text", std::nullopt, "txt", "UTF-8"});
    const std::string longText(3'000'000, 'x');
    const std::vector<std::string> texts = {"", std::string("a\0b", 3), "\xf0\x9f\x98\x80 \xe2\x80\xae", longText,
                                            "'; DROP TABLE texts; --"};
    for (const std::string& text : texts) builder.add("", text, {}, 1);
    ASSERT_TRUE(open().saveDataset(*std::move(builder).build()).ok());
    const ProjectContents contents = loaded();
    ASSERT_EQ(contents.dataset->size(), texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        EXPECT_EQ((*contents.dataset)[row].text, texts[row]);
        EXPECT_EQ((*contents.dataset)[row].id, std::to_string(row + 1));
    }
    EXPECT_FALSE(contents.dataset->source().idColumn.has_value());
}

TEST_F(ProjectFileTest, aDatasetWithoutRowsIsStillADataset) {
    ASSERT_TRUE(open().saveDataset(*sampleDataset(0, "empty")).ok());
    ASSERT_NE(loaded().dataset, nullptr);
    EXPECT_EQ(loaded().dataset->size(), 0U);
}

TEST_F(ProjectFileTest, labelsComeBackInTheirOrderWithAllTheirFields) {
    LabelSet labels = sampleLabels();
    ProjectFile project = open();
    ASSERT_TRUE(project.saveLabels(labels).ok());
    EXPECT_EQ(project.load()->labels, labels);
    std::swap(labels.labels[0], labels.labels[2]);
    labels.labels.erase(labels.labels.begin() + 1);
    labels.labels[0].name = "renamed";
    labels.hypothesisTemplate = "This is {}.";
    ASSERT_TRUE(project.saveLabels(labels).ok());
    EXPECT_EQ(project.load()->labels, labels);
    labels.id = "another set";
    labels.labels.clear();
    ASSERT_TRUE(project.saveLabels(labels).ok());
    EXPECT_EQ(project.load()->labels, labels);
}

TEST_F(ProjectFileTest, everyStateOfTheLabelsStaysAsAVersion) {
    LabelSet first = sampleLabels();
    first.version = 1;
    LabelSet second = first;
    second.version = 2;
    second.labels[0].name = "renamed";
    {
        ProjectFile project = open();
        ASSERT_TRUE(project.saveLabels(first).ok());
        ASSERT_TRUE(project.saveLabels(second).ok());
        ASSERT_TRUE(project.saveLabels(first).ok()) << "an undo";
    }
    EXPECT_EQ(loaded().labels, first);
    EXPECT_EQ(loaded().highestLabelVersion, 2U);
    const auto versions = open().labelVersions(10);
    ASSERT_TRUE(versions.ok());
    ASSERT_EQ(versions->size(), 2U);
    EXPECT_EQ((*versions)[0].labels, second);
    EXPECT_EQ((*versions)[1].labels, first);
    EXPECT_GT((*versions)[0].madeAt, 0);
    EXPECT_EQ(open().labelVersions(1)->size(), 1U);
}

TEST_F(ProjectFileTest, labelsThatShareAnIdAreRefusedAndTheStoredOnesStay) {
    ProjectFile project = open();
    ASSERT_TRUE(project.saveLabels(sampleLabels()).ok());
    LabelSet doubled = sampleLabels();
    doubled.labels[1].id = doubled.labels[0].id;
    const auto refused = project.saveLabels(doubled);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(project.load()->labels, sampleLabels());
}

TEST_F(ProjectFileTest, selectionModelChoiceAndViewStateComeBack) {
    Selection selection{SelectionMode::EveryAboveThreshold, 0.35F, 0.1F, 0.07F};
    {
        ProjectFile project = open();
        ASSERT_TRUE(project.saveSelection(selection).ok());
        ASSERT_TRUE(project.saveModelChoice("/models/我的").ok());
        ASSERT_TRUE(project.saveViewState(R"({"sort": "confidence"})").ok());
    }
    ProjectContents contents = loaded();
    EXPECT_EQ(contents.selection, selection);
    EXPECT_EQ(contents.modelChoice, "/models/我的");
    EXPECT_EQ(contents.viewState, R"({"sort": "confidence"})");
    selection.temperature.reset();
    ASSERT_TRUE(open().saveSelection(selection).ok());
    EXPECT_EQ(loaded().selection, selection);
}

TEST_F(ProjectFileTest, aFileOfVersion1KeepsItsTextsLabelsAndScores) {
    std::filesystem::copy_file(fixtures() / "projects" / "version_1.lwproj", file);
    const ProjectContents contents = loaded();
    ASSERT_NE(contents.dataset, nullptr);
    EXPECT_EQ(contents.dataset->size(), 200U);
    std::vector<std::string> names;
    for (const Label& label : contents.labels.labels) names.push_back(label.name);
    EXPECT_EQ(names, (std::vector<std::string>{"咨询", "投诉", "建议", "表扬"}));
    EXPECT_EQ(contents.labels.name, "客服工单");
    EXPECT_EQ(contents.highestLabelVersion, 1U);
    EXPECT_TRUE(contents.labels.keptApart.empty());
    for (const Hash128& hypothesis : hypothesisHashes(contents.labels)) {
        const std::size_t column = contents.scores.column(hypothesis);
        ASSERT_NE(column, ScoreTable::npos);
        for (std::size_t row = 0; row < 200; ++row) ASSERT_TRUE(contents.scores.at(row, column).scored());
    }
    EXPECT_EQ(contents.scores.reading(0).precision, Precision::Auto) << "not known of a file of that version";
    ASSERT_EQ(open().labelVersions(10)->size(), 1U);
    EXPECT_EQ(open().labelVersions(10)->front().labels, contents.labels);
    EXPECT_TRUE(std::filesystem::exists(file.string() + ".v1.bak"));
}

class ProjectScoresTest : public ProjectFileTest {
protected:
    static constexpr std::size_t rows = 2 * ScoreTable::blockRows + 100;

    void SetUp() override { ASSERT_TRUE(open().saveDataset(*sampleDataset(rows, "scored")).ok()); }
    static Hash128 hypothesis(int number) { return hash128("hypothesis " + std::to_string(number)); }
};

TEST_F(ProjectScoresTest, predictionsOfTwoModelsComeBackRowByRow) {
    ScoreTable scores(rows);
    const auto entailment = scores.addReading(entailmentReading());
    const auto cosine = scores.addReading(cosineReading());
    for (std::size_t row = 0; row < rows; ++row) {
        if (row % 7 == 0) continue;  // not scored yet
        const auto value = static_cast<float>(row) * 0.001F;
        if (row % 2 == 0) {
            scores.set(row, hypothesis(1), {value, -value, 0.5F});
            scores.setReading(row, entailment);
        } else {
            scores.set(row, hypothesis(1), {value});
            scores.set(row, hypothesis(2), {-value});
            scores.setReading(row, cosine);
        }
        scores.setTruncated(row, row % 11 == 0);
    }
    ASSERT_TRUE(open().saveScores(scores, std::vector<std::uint32_t>{0, 1, 2}).ok());
    expectSameScores(loaded().scores, scores);
}

TEST_F(ProjectScoresTest, onlyTheGivenBlocksAreStored) {
    ScoreTable scores(rows);
    scores.addReading(cosineReading());
    for (const std::size_t row : {std::size_t{5}, ScoreTable::blockRows + 5, 2 * ScoreTable::blockRows + 5})
        scores.set(row, hypothesis(1), {1.0F});
    ASSERT_TRUE(open().saveScores(scores, std::vector<std::uint32_t>{2}).ok());
    const ProjectContents contents = loaded();
    const auto column = contents.scores.column(hypothesis(1));
    ASSERT_NE(column, ScoreTable::npos);
    EXPECT_FALSE(contents.scores.at(5, column).scored());
    EXPECT_FALSE(contents.scores.at(ScoreTable::blockRows + 5, column).scored());
    EXPECT_EQ(contents.scores.at(2 * ScoreTable::blockRows + 5, column).yes, 1.0F);
}

TEST_F(ProjectScoresTest, alaterColumnAndALaterModelJoinTheEarlierOnes) {
    ScoreTable scores(rows);
    scores.addReading(entailmentReading());
    scores.set(3, hypothesis(1), {1, 2, 3});
    ASSERT_TRUE(open().saveScores(scores, std::vector<std::uint32_t>{0}).ok());

    ScoreTable more = loaded().scores;
    more.set(4, hypothesis(2), {0.5F});
    more.setReading(4, more.addReading(cosineReading()));
    ASSERT_TRUE(open().saveScores(more, std::vector<std::uint32_t>{0}).ok());
    expectSameScores(loaded().scores, more);
}

TEST_F(ProjectScoresTest, aTableThatListsItsReadingsInAnotherOrderKeepsTheirMeaning) {
    ScoreTable first(rows);
    first.addReading(entailmentReading());
    first.set(1, hypothesis(1), {1, 2, 3});
    ASSERT_TRUE(open().saveScores(first, std::vector<std::uint32_t>{0}).ok());
    ScoreTable second(rows);
    second.addReading(cosineReading());
    second.set(ScoreTable::blockRows, hypothesis(1), {0.25F});
    ASSERT_TRUE(open().saveScores(second, std::vector<std::uint32_t>{1}).ok());
    const ProjectContents contents = loaded();
    EXPECT_EQ(contents.scores.reading(1), entailmentReading());
    EXPECT_EQ(contents.scores.reading(ScoreTable::blockRows), cosineReading());
}

TEST_F(ProjectScoresTest, clearedPredictionsAreGoneAndTheTextsStay) {
    ScoreTable scores(rows);
    scores.addReading(cosineReading());
    scores.set(3, hypothesis(1), {1});
    ProjectFile project = open();
    ASSERT_TRUE(project.saveScores(scores, std::vector<std::uint32_t>{0}).ok());
    ASSERT_TRUE(project.clearScores().ok());
    const auto contents = project.load();
    EXPECT_TRUE(contents->scores.hypotheses().empty());
    EXPECT_TRUE(contents->scores.readings().empty());
    EXPECT_EQ(contents->dataset->size(), rows);
}

TEST_F(ProjectScoresTest, otherTextsForgetThePredictionsButNotTheLabels) {
    ScoreTable scores(rows);
    scores.addReading(cosineReading());
    scores.set(3, hypothesis(1), {1});
    ProjectFile project = open();
    ASSERT_TRUE(project.saveLabels(sampleLabels()).ok());
    ASSERT_TRUE(project.saveScores(scores, std::vector<std::uint32_t>{0}).ok());
    ASSERT_TRUE(project.saveDataset(*sampleDataset(10, "other")).ok());
    const auto contents = project.load();
    EXPECT_TRUE(contents->scores.hypotheses().empty());
    EXPECT_EQ(contents->labels, sampleLabels());
    expectSameDataset(*contents->dataset, *sampleDataset(10, "other"));
}

TEST_F(ProjectScoresTest, predictionsOfOtherTextsAreRefused) {
    ScoreTable scores(rows + 1);
    scores.set(3, hypothesis(1), {1});
    ProjectFile project = open();
    EXPECT_EQ(project.saveScores(scores, std::vector<std::uint32_t>{0}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(project.saveScores(ScoreTable(rows), std::vector<std::uint32_t>{3}).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(project.load()->scores.hypotheses().empty());
}

}  // namespace
}  // namespace labelwright
