#include <gtest/gtest.h>

#include <random>

#include "core/base/user_name.h"
#include "core/project/project_file.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

Review given(const LabelId& label) {
    Review review;
    review.decided = true;
    review.labels = {label};
    return review;
}

std::vector<Label> labelsNamed(const std::vector<std::string>& names) {
    std::vector<Label> labels;
    for (const std::string& name : names) {
        Label& label = labels.emplace_back();
        label.id = "id of " + name;
        label.name = name;
    }
    return labels;
}

class HistoryTest : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(project().saveDataset(*sampleDataset(rows, "a")).ok()); }
    ProjectFile& project() {
        if (!m_project) {
            auto opened = ProjectFile::open(m_folder / "survey.lwproj");
            EXPECT_TRUE(opened.ok());
            m_project.emplace(*std::move(opened));
        }
        return *m_project;
    }
    ProjectContents reopened() {
        m_project.reset();
        auto contents = project().load();
        EXPECT_TRUE(contents.ok()) << contents.error().detail;
        return *std::move(contents);
    }
    std::uint64_t review(const std::string& text, std::vector<std::uint32_t> reviewed, const Review& review) {
        const std::vector<Review> reviews(reviewed.size(), review);
        const auto number = project().record({text, {}, {}, std::move(reviewed), reviews});
        EXPECT_TRUE(number.ok()) << number.error().detail;
        return *number;
    }
    std::uint64_t select(float threshold, std::uint64_t joins = 0) {
        const auto number = project().record({"threshold", {}, Selection{SelectionMode::EveryAboveThreshold, threshold, 0, {}}, {}, {}},
                                             {HistoryAct::Done, 0, joins});
        EXPECT_TRUE(number.ok());
        return *number;
    }
    void takeBack(std::uint64_t number) {
        const auto step = project().readStep(number);
        ASSERT_TRUE(step.ok()) << step.error().detail;
        ASSERT_TRUE(project().record(step->before, {HistoryAct::Undone, number}).ok());
    }
    void doAgain(std::uint64_t number) {
        const auto step = project().readStep(number);
        ASSERT_TRUE(step.ok()) << step.error().detail;
        ASSERT_TRUE(project().record(step->after, {HistoryAct::Redone, number}).ok());
    }

    static constexpr std::uint32_t rows = 20;

private:
    TemporaryFolder m_folder;
    std::optional<ProjectFile> m_project;
};

TEST_F(HistoryTest, AStepIsKeptWholeAndCanBeTakenBackAfterARestart) {
    review("accept", {3, 1}, given("a"));
    const std::uint64_t second = review("correct", {1, 7}, given("b"));
    ProjectContents contents = reopened();
    ASSERT_EQ(contents.undo.steps.size(), 2U);
    EXPECT_EQ(contents.undo.done, 2U);
    EXPECT_EQ(contents.undo.steps.back().text, "correct");
    EXPECT_EQ(contents.undo.steps.back().number, second);
    const auto step = project().readStep(second);
    ASSERT_TRUE(step.ok());
    EXPECT_EQ(step->before.rows, (std::vector<std::uint32_t>{1, 7}));
    EXPECT_EQ(step->before.reviews, (std::vector<Review>{given("a"), Review()}));
    EXPECT_EQ(step->after.reviews, (std::vector<Review>{given("b"), given("b")}));
    takeBack(second);
    contents = reopened();
    EXPECT_EQ(contents.undo.done, 1U);
    EXPECT_EQ(contents.undo.steps.size(), 2U) << "it can be done again";
    EXPECT_EQ(contents.reviews.at(1), given("a"));
    EXPECT_TRUE(contents.reviews.empty(7));
}

TEST_F(HistoryTest, SomethingNewAfterAStepWasTakenBackTakesItsPlace) {
    const std::uint64_t first = review("one", {0}, given("a"));
    takeBack(first);
    const std::uint64_t second = review("two", {0}, given("b"));
    const UndoSteps undo = reopened().undo;
    ASSERT_EQ(undo.steps.size(), 1U);
    EXPECT_EQ(undo.steps.front().number, second);
    const auto history = project().history(10);
    ASSERT_TRUE(history.ok());
    EXPECT_EQ(history->size(), 4U) << "the history forgets nothing: two, taken back, one, import";
}

TEST_F(HistoryTest, EditsThatAreOneStepAreTakenBackTogether) {
    const std::uint64_t first = select(0.6F);
    const std::uint64_t last = select(0.8F, select(0.7F, first));
    const UndoSteps undo = reopened().undo;
    ASSERT_EQ(undo.steps.size(), 1U);
    EXPECT_EQ(undo.steps.front().number, last);
    takeBack(last);
    EXPECT_EQ(reopened().selection, Selection());
    doAgain(last);
    EXPECT_EQ(reopened().selection.threshold, 0.8F);
}

TEST_F(HistoryTest, LabelsComeBackWithTheTextsThatAStepMoved) {
    LabelSet one;
    one.labels = labelsNamed({"咨询", "投诉"});
    one.version = 1;
    ASSERT_TRUE(project().record({"add", one, {}, {}, {}}).ok());
    review("accept", {4}, given(one.labels[1].id));
    LabelSet two = one;
    two.version = 2;
    two.labels.pop_back();
    const auto deleted = project().record({"delete", two, {}, {4}, {given(one.labels[0].id)}});
    ASSERT_TRUE(deleted.ok());
    takeBack(*deleted);
    const ProjectContents contents = reopened();
    EXPECT_EQ(contents.labels, one);
    EXPECT_EQ(contents.reviews.at(4), given(one.labels[1].id));
}

TEST_F(HistoryTest, AnImportEndsWhatCanBeTakenBackAndStaysInTheHistory) {
    review("accept", {2}, given("a"));
    ASSERT_TRUE(project().saveDataset(*sampleDataset(5, "a")).ok());
    EXPECT_TRUE(reopened().undo.steps.empty());
    const auto history = project().history(10);
    ASSERT_TRUE(history.ok());
    ASSERT_EQ(history->size(), 3U);
    EXPECT_EQ(history->front().place.act, HistoryAct::Imported);
    EXPECT_EQ(history->front().rows, 5U);
    EXPECT_EQ((*history)[1].text, "accept");
    EXPECT_EQ((*history)[1].who, userName());
    EXPECT_GT((*history)[1].madeAt, 1'700'000'000);
}

TEST_F(HistoryTest, ARowTellsWhatHappenedToItAlone) {
    const std::uint64_t first = review("accept", {1, 2, 3}, given("a"));
    review("correct", {2}, given("b"));
    review("elsewhere", {9}, given("c"));
    Review noted = given("b");
    noted.note = "看不懂";
    const std::uint64_t last = review("note", {2}, noted);
    takeBack(last);
    const auto changes = project().rowHistory(2, 10);
    ASSERT_TRUE(changes.ok());
    ASSERT_EQ(changes->size(), 4U);
    EXPECT_EQ((*changes)[0].entry.place.act, HistoryAct::Undone);
    EXPECT_EQ((*changes)[0].after, given("b"));
    EXPECT_EQ((*changes)[1].after, noted);
    EXPECT_EQ((*changes)[3].entry.number, first);
    EXPECT_EQ((*changes)[3].entry.rows, 3U);
}

TEST_F(HistoryTest, ReplayedOnTheSameTextsInAnEmptyProjectItGivesTheSameState) {
    std::mt19937 random(20261126);
    const auto any = [&random](std::uint32_t below) { return std::uniform_int_distribution<std::uint32_t>(0, below - 1)(random); };
    std::uint32_t version = 0;
    std::vector<std::uint64_t> done;
    std::vector<std::uint64_t> undone;
    for (int i = 0; i < 200; ++i) {
        const std::uint32_t kind = any(6);
        if (kind == 0 && !done.empty()) {
            takeBack(done.back());
            undone.push_back(done.back());
            done.pop_back();
            continue;
        }
        if (kind == 1 && !undone.empty()) {
            doAgain(undone.back());
            done.push_back(undone.back());
            undone.pop_back();
            continue;
        }
        undone.clear();
        if (kind == 2) {
            done.push_back(select(static_cast<float>(any(100)) / 100));
        } else if (kind == 3) {
            LabelSet labels;
            labels.version = ++version;
            labels.labels = labelsNamed({"a" + std::to_string(i), "b"});
            const auto number = project().record({"labels", labels, {}, {}, {}});
            ASSERT_TRUE(number.ok());
            done.push_back(*number);
        } else {
            Review said = given("label " + std::to_string(any(4)));
            said.flagged = any(2) == 0;
            said.note = any(3) == 0 ? "note " + std::to_string(i) : "";
            done.push_back(review("review", {any(rows / 2), rows / 2 + any(rows / 2)}, said));
        }
    }
    const ProjectContents expected = reopened();
    const auto history = project().history(1000);
    ASSERT_TRUE(history.ok());

    const TemporaryFolder folder;
    auto replayed = ProjectFile::open(folder / "replayed.lwproj");
    ASSERT_TRUE(replayed.ok());
    ASSERT_TRUE(replayed->saveDataset(*sampleDataset(rows, "a")).ok());
    for (auto entry = history->rbegin(); entry != history->rend(); ++entry) {
        if (entry->place.act == HistoryAct::Imported) continue;
        const bool isNew = entry->place.act == HistoryAct::Done;
        const auto step = project().readStep(isNew ? entry->number : entry->place.of);
        ASSERT_TRUE(step.ok());
        const ProjectEdit& edit = entry->place.act == HistoryAct::Undone ? step->before : step->after;
        ASSERT_TRUE(replayed->record(edit, entry->place).ok());
    }
    const auto contents = replayed->load();
    ASSERT_TRUE(contents.ok());
    EXPECT_EQ(contents->labels, expected.labels);
    EXPECT_EQ(contents->selection, expected.selection);
    for (std::uint32_t row = 0; row < rows; ++row) EXPECT_EQ(contents->reviews.at(row), expected.reviews.at(row)) << row;
    EXPECT_EQ(contents->undo.done, expected.undo.done);
    EXPECT_EQ(contents->undo.steps.size(), expected.undo.steps.size());
}

TEST_F(HistoryTest, AnEditThatCannotBeStoredLeavesNoEntry) {
    EXPECT_FALSE(project().record({"too far", {}, {}, {rows}, {given("a")}}).ok());
    EXPECT_FALSE(project().record({"bad id", {}, {}, {0}, {given("a\nb")}}).ok());
    EXPECT_FALSE(project().readStep(99).ok());
    EXPECT_EQ(project().history(10)->size(), 1U) << "the import";
    EXPECT_TRUE(reopened().reviews.empty(0));
}

TEST_F(HistoryTest, AHundredThousandRowsInOneStepAreSmallOnDisk) {
    constexpr std::uint32_t many = 100'000;
    ASSERT_TRUE(project().saveDataset(*sampleDataset(many, "a")).ok());
    std::vector<std::uint32_t> all(many);
    for (std::uint32_t row = 0; row < many; ++row) all[row] = row;
    const std::uint64_t number = review("accept", all, given("a"));
    const auto step = project().readStep(number);
    ASSERT_TRUE(step.ok());
    EXPECT_EQ(step->after.rows, all);
    EXPECT_EQ(step->after.reviews, std::vector<Review>(many, given("a")));
    takeBack(number);
    const ProjectContents contents = reopened();
    EXPECT_EQ(contents.reviews.decidedRows(), 0U);
    const auto changes = project().rowHistory(many - 1, 10);
    ASSERT_TRUE(changes.ok());
    EXPECT_EQ(changes->size(), 2U);
}

}  // namespace
}  // namespace labelwright::testing
