// Projects as the program of each schema version wrote them: see tests/fixtures/projects/README.md.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/project/project_schema.h"
#include "tests/core/project/project_samples.h"
#include "tests/core/project/survey.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

std::filesystem::path fixtureOf(std::uint32_t version) {
    return fixtures() / "projects" / ("survey_v" + std::to_string(version) + ".lwproj");
}

/// Everything that the schema of that version had a place for.
void expectSurvey(const ProjectFile& project, std::uint32_t version) {
    const auto contents = project.load();
    ASSERT_TRUE(contents.ok()) << contents.error().detail;
    ASSERT_NE(contents->dataset, nullptr);
    expectSameDataset(*contents->dataset, *surveyTexts());
    EXPECT_EQ(contents->labels, surveyLabels(version));
    EXPECT_EQ(contents->selection, surveySelection());
    EXPECT_EQ(contents->modelChoice, "labelwright-zh-mini");
    EXPECT_EQ(contents->viewState, "{\"row\":3}");
    expectSameScores(contents->scores, surveyScores(version));
    const ReviewTable reviews = surveyReviews(version);
    for (std::size_t row = 0; row < reviews.rows(); ++row) EXPECT_EQ(contents->reviews.at(row), reviews.at(row)) << row;
    EXPECT_EQ(contents->waitingReviews, version >= 4 ? 1U : 0U);
    EXPECT_EQ(project.labelVersions(10)->size(), surveyLabels(version).version) << "each state of the labels";
    EXPECT_EQ(contents->highestLabelVersion, surveyLabels(version).version);
    EXPECT_EQ(contents->formerNames.at("complain"), version >= 2 ? "不满" : "投诉");
    EXPECT_EQ(contents->undo.steps.size(), version >= 6 ? 4U : 0U);
    EXPECT_EQ(contents->undo.done, version >= 6 ? 3U : 0U);
}

class PastSchemas : public ::testing::TestWithParam<std::uint32_t> {
protected:
    void SetUp() override { std::filesystem::copy_file(fixtureOf(GetParam()), m_file); }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "survey.lwproj";
};

TEST_P(PastSchemas, OpenWithAllTheyHold) {
    const auto project = ProjectFile::open(m_file);
    ASSERT_TRUE(project.ok()) << project.error().detail;
    expectSurvey(*project, GetParam());
    const bool older = GetParam() < projectSchema().version();
    EXPECT_EQ(std::filesystem::exists(m_file.string() + ".v" + std::to_string(GetParam()) + ".bak"), older);
}

TEST_P(PastSchemas, AreWorkedOnAsAnyOther) {
    Review review;
    review.decided = true;
    review.labels = {"praise"};
    std::uint64_t number = 0;
    {
        auto project = ProjectFile::open(m_file);
        ASSERT_TRUE(project.ok());
        const auto recorded = project->record({"Accept", {}, {}, {20}, {review}});
        ASSERT_TRUE(recorded.ok()) << recorded.error().detail;
        number = *recorded;
    }
    auto project = ProjectFile::open(m_file);
    ASSERT_TRUE(project.ok());
    EXPECT_EQ(project->load()->reviews.at(20), review);
    const auto step = project->readStep(number);
    ASSERT_TRUE(step.ok());
    ASSERT_TRUE(project->record(step->before, {HistoryAct::Undone, number}).ok());
    EXPECT_TRUE(project->load()->reviews.empty(20));
}

INSTANTIATE_TEST_SUITE_P(Version, PastSchemas, ::testing::Range(std::uint32_t{1}, std::uint32_t{7}), ::testing::PrintToStringParamName());

TEST(SchemaFixtures, ThereIsOneOfEveryVersionBeforeThePresentOne) {
    for (std::uint32_t version = 1; version < projectSchema().version(); ++version)
        EXPECT_TRUE(std::filesystem::exists(fixtureOf(version))) << version << ": tests/fixtures/projects/README.md says how one is made";
}

TEST(SchemaFixtures, ThePresentProgramWritesTheSame) {
    const TemporaryFolder folder;
    const char* kept = std::getenv("LABELWRIGHT_KEEP_SURVEY");
    const std::filesystem::path file = kept == nullptr ? folder / "survey.lwproj" : std::filesystem::path(kept);
    const auto written = writeSurvey(file);
    ASSERT_TRUE(written.ok()) << written.error().detail;
    const auto project = ProjectFile::open(file);
    ASSERT_TRUE(project.ok());
    expectSurvey(*project, projectSchema().version());
}

}  // namespace
}  // namespace labelwright::testing
