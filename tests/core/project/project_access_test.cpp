#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

#include "core/base/user_name.h"
#include "core/storage/database.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;
using ::testing::HasSubstr;

class ProjectAccessTest : public ::testing::Test {
protected:
    Result<ProjectFile> made() {
        auto project = ProjectFile::open(file);
        if (project) {
            EXPECT_TRUE(project->saveDataset(*sampleDataset(50, "a")).ok());
            EXPECT_TRUE(project->saveLabels(sampleLabels()).ok());
        }
        return project;
    }
    static Review flagged() {
        Review review;
        review.flagged = true;
        return review;
    }
    const std::vector<std::uint32_t> first{0};
    const std::vector<Review> flag{flagged()};
    TemporaryFolder folder;
    std::filesystem::path file = folder / "survey 100%?#.lwproj";
};

TEST_F(ProjectAccessTest, ASecondWriterHearsWhoHoldsIt) {
    const auto project = made();
    ASSERT_TRUE(project.ok());
    const auto second = ProjectFile::open(file);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::StorageHeld);
    ASSERT_EQ(second.error().arguments.size(), 5U);
    EXPECT_EQ(second.error().arguments[0], file.string());
    EXPECT_EQ(second.error().arguments[1], userName());
    EXPECT_EQ(second.error().arguments[3], std::to_string(getpid()));
}

TEST_F(ProjectAccessTest, ALinkToItIsTheSameFile) {
    const auto project = made();
    std::filesystem::create_symlink(file, folder / "link.lwproj");
    const auto second = ProjectFile::open(folder / "link.lwproj");
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::StorageHeld);
}

TEST_F(ProjectAccessTest, ASecondReaderSeesWhatIsThereAndChangesNothing) {
    auto project = made();
    auto reader = ProjectFile::openForReading(file);
    ASSERT_TRUE(reader.ok()) << reader.error().detail;
    EXPECT_TRUE(reader->forReadingOnly());
    const auto contents = reader->load();
    ASSERT_TRUE(contents.ok()) << contents.error().detail;
    expectSameDataset(*contents->dataset, *sampleDataset(50, "a"));
    const auto saved = reader->saveReviews(first, flag);
    ASSERT_FALSE(saved.ok());
    EXPECT_EQ(saved.error().code, ErrorCode::FileUnwritable);
    EXPECT_FALSE(reader->compact().ok());
    EXPECT_TRUE(project->saveReviews(first, flag).ok()) << "the writer is not disturbed";
    EXPECT_TRUE(reader->load()->reviews.at(0).flagged) << "and what it does can be seen";
}

TEST_F(ProjectAccessTest, TheEndOfAProgramGivesItBackHoweverItEnds) {
    made().ok();
    const auto outcome = runInChild([this](const Report&) {
        auto project = ProjectFile::open(file);
        if (project) raise(SIGKILL);
        return 1;
    });
    EXPECT_NE(outcome.exitCode, 1);
    auto project = ProjectFile::open(file);
    EXPECT_TRUE(project.ok());
    project = Error{};
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".lock"));
}

TEST_F(ProjectAccessTest, AFileOfALaterVersionIsReadAsFarAsItCanBeUnderstood) {
    made().ok();
    {
        auto database = Database::open(file, OpenMode::ReadWrite);
        ASSERT_TRUE(database->execute("PRAGMA user_version=99; CREATE TABLE of_the_future(x); ALTER TABLE reviews ADD COLUMN mood").ok());
    }
    const auto writer = ProjectFile::open(file);
    ASSERT_FALSE(writer.ok());
    EXPECT_EQ(writer.error().code, ErrorCode::StorageNewer);
    const auto reader = ProjectFile::openForReading(file);
    ASSERT_TRUE(reader.ok()) << reader.error().detail;
    EXPECT_EQ(reader->load()->labels, sampleLabels());
}

TEST_F(ProjectAccessTest, AReadOnlyFolderIsRead) {
    made().ok();
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    const auto outcome = runInChild([this](const Report&) {
        if (geteuid() == 0 && setuid(65534) != 0) return 1;
        if (ProjectFile::open(file).ok()) return 2;
        const auto reader = ProjectFile::openForReading(file);
        if (!reader) return 3;
        const auto contents = reader->load();
        return contents && contents->dataset->size() == 50 ? 0 : 4;
    });
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    EXPECT_EQ(outcome.exitCode, 0);
}

TEST_F(ProjectAccessTest, AFileRemovedUnderneathIsNoticedAndCanBeSavedElsewhere) {
    auto project = made();
    std::filesystem::remove(file);
    const auto saved = project->saveReviews(first, flag);
    ASSERT_FALSE(saved.ok()) << "it would have been written to a file that nobody finds";
    EXPECT_EQ(saved.error().code, ErrorCode::FileNotFound);
    ASSERT_TRUE(project->copyTo(folder / "rescued.lwproj").ok());
    auto rescued = ProjectFile::open(folder / "rescued.lwproj");
    ASSERT_TRUE(rescued.ok()) << rescued.error().detail;
    expectSameDataset(*rescued->load()->dataset, *sampleDataset(50, "a"));
}

TEST_F(ProjectAccessTest, ACopyIsTheWholeProjectInThePlaceOfWhatWasThere) {
    auto project = made();
    ASSERT_TRUE(project->saveReviews(first, flag).ok());
    writeFile(folder / "copy.lwproj", "something else");
    ASSERT_TRUE(project->copyTo(folder / "copy.lwproj").ok());
    auto copy = ProjectFile::open(folder / "copy.lwproj");
    ASSERT_TRUE(copy.ok()) << copy.error().detail;
    const auto contents = copy->load();
    EXPECT_EQ(contents->labels, sampleLabels());
    EXPECT_TRUE(contents->reviews.at(0).flagged);
    EXPECT_EQ(copy->facts()->steps, project->facts()->steps) << "its history too";
    EXPECT_FALSE(project->copyTo(file).ok()) << "onto itself";
    EXPECT_FALSE(project->copyTo(folder / "no such folder/copy.lwproj").ok());
}

TEST_F(ProjectAccessTest, CompactingGivesBackTheSpaceOfWhatIsGone) {
    auto project = made();
    ASSERT_TRUE(project->saveDataset(*sampleDataset(20'000, "large")).ok());
    ASSERT_TRUE(project->saveDataset(*sampleDataset(10, "small")).ok());
    const auto before = project->facts()->bytes;
    ASSERT_TRUE(project->compact().ok());
    EXPECT_LT(project->facts()->bytes, before / 4);
    expectSameDataset(*project->load()->dataset, *sampleDataset(10, "small"));
}

TEST_F(ProjectAccessTest, FactsCountWhatIsThere) {
    auto project = made();
    Review decided;
    decided.decided = true;
    decided.labels = {"a"};
    Review noted;
    noted.note = "?";
    const std::vector<std::uint32_t> rows{1, 2, 3};
    const std::vector<Review> reviews{decided, noted, flagged()};
    ASSERT_TRUE(project->saveReviews(rows, reviews).ok());
    const auto facts = projectFacts(file);  // while it is open
    ASSERT_TRUE(facts.ok()) << facts.error().detail;
    EXPECT_EQ(facts->rows, 50U);
    EXPECT_EQ(facts->texts, "a.csv");
    EXPECT_EQ(facts->labels, sampleLabels().labels.size());
    EXPECT_EQ(facts->decided, 1U);
    EXPECT_EQ(facts->flagged, 1U);
    EXPECT_EQ(facts->notes, 1U);
    EXPECT_EQ(facts->steps, 3U);
    EXPECT_EQ(facts->lastStep, "Review");
}

}  // namespace
}  // namespace labelwright
