#include "core/project/project_backups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/clock.h"
#include "core/project/project_file.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

class ProjectBackupsTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto project = ProjectFile::open(file);
        ASSERT_TRUE(project->saveDataset(*sampleDataset(20, "a")).ok());
        ASSERT_TRUE(project->saveLabels(sampleLabels()).ok());
    }
    static void note(ProjectFile& project, const std::string& words) {
        Review review;
        review.note = words;
        const std::vector<std::uint32_t> rows{0};
        const std::vector<Review> reviews{review};
        ASSERT_TRUE(project.saveReviews(rows, reviews).ok());
    }
    std::string noteNow() {
        auto project = ProjectFile::open(file);
        EXPECT_TRUE(project.ok()) << project.error().detail;
        return project ? project->load()->reviews.at(0).note : "";
    }
    std::vector<ProjectBackup> list() {
        auto backups = projectBackups(file);
        EXPECT_TRUE(backups.ok());
        return backups ? *backups : std::vector<ProjectBackup>();
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "survey.lwproj";
};

TEST_F(ProjectBackupsTest, OneIsMadeOnlyWhereSomethingWasDone) {
    auto project = ProjectFile::open(file);
    auto made = backUp(*project, BackupOccasion::Opening);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    EXPECT_TRUE(made->has_value());
    EXPECT_FALSE(backUp(*project, BackupOccasion::Opening)->has_value());
    ASSERT_TRUE(project->saveViewState("{}").ok());
    EXPECT_FALSE(backUp(*project, BackupOccasion::Opening)->has_value()) << "a look is no work";
    note(*project, "x");
    EXPECT_TRUE(backUp(*project, BackupOccasion::BulkAct)->has_value());
    const auto backups = list();
    ASSERT_EQ(backups.size(), 2U);
    EXPECT_EQ(backups[0].occasion, BackupOccasion::BulkAct);
    EXPECT_EQ(backups[0].facts->notes, 1U);
    EXPECT_EQ(backups[1].facts->notes, 0U);
}

TEST_F(ProjectBackupsTest, AnEmptyProjectNeedsNone) {
    auto project = ProjectFile::open(folder / "empty.lwproj");
    EXPECT_FALSE(backUp(*project, BackupOccasion::Opening)->has_value());
    EXPECT_FALSE(std::filesystem::exists(backupFolder(folder / "empty.lwproj")));
}

TEST_F(ProjectBackupsTest, TheLatestFiveStayAndTheLastOfEachOfFiveDays) {
    const auto backups = backupFolder(file);
    std::filesystem::create_directories(backups);
    const std::int64_t day = 86400;
    const std::int64_t now = unixSeconds();
    int number = 0;
    // Two on each of ten days; those of the day before yesterday were made while the clock stood a year back.
    for (int ago = 10; ago >= 1; --ago) {
        for (int time = 0; time < 2; ++time) {
            const std::int64_t at = now - ago * day - (ago == 2 ? 365 * day : 0) + time;
            std::string name = std::to_string(++number);
            name.insert(0, 6 - name.size(), '0');
            std::filesystem::copy_file(file, backups / (name + "-" + std::to_string(at) + "-opening.lwproj"));
        }
    }
    writeFile(backups / "my notes.txt", "stay");
    auto project = ProjectFile::open(file);
    note(*project, "x");
    ASSERT_TRUE(backUp(*project, BackupOccasion::Opening)->has_value());
    std::vector<std::uint64_t> kept;
    for (const ProjectBackup& backup : list()) kept.push_back(backup.number);
    // 21 is new; 20 to 17 are the next four; 16 is the last of the third day before, 14 of the fourth.
    EXPECT_EQ(kept, (std::vector<std::uint64_t>{21, 20, 19, 18, 17, 16, 14}));
    EXPECT_TRUE(std::filesystem::exists(backups / "my notes.txt"));
}

TEST_F(ProjectBackupsTest, RestoringKeepsWhatWasThere) {
    std::filesystem::path backup;
    {
        auto project = ProjectFile::open(file);
        note(*project, "before");
        backup = **backUp(*project, BackupOccasion::Opening);
        note(*project, "after");
        const auto held = restoreBackup(file, backup);
        ASSERT_FALSE(held.ok());
        EXPECT_EQ(held.error().code, ErrorCode::StorageHeld);
    }
    const auto restored = restoreBackup(file, backup);
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(noteNow(), "before");
    const auto backups = list();
    ASSERT_EQ(backups.size(), 2U);
    EXPECT_EQ(backups[0].occasion, BackupOccasion::Restore);
    ASSERT_TRUE(restoreBackup(file, backups[0].file).ok());
    EXPECT_EQ(noteNow(), "after");
}

TEST_F(ProjectBackupsTest, ADamagedProjectIsMovedAsideForIt) {
    std::filesystem::path backup;
    {
        auto project = ProjectFile::open(file);
        note(*project, "before");
        backup = **backUp(*project, BackupOccasion::Opening);
    }
    const std::string damaged = readFile(file).substr(0, 9000);
    writeFile(file, damaged);
    const auto restored = restoreBackup(file, backup);
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(noteNow(), "before");
    ASSERT_TRUE(restored->damaged.has_value());
    EXPECT_EQ(readFile(*restored->damaged), damaged);
}

TEST_F(ProjectBackupsTest, ABackupThatCannotBeReadTakesNobodysPlace) {
    std::filesystem::create_directories(backupFolder(file));
    const auto bad = backupFolder(file) / "000001-5-opening.lwproj";
    writeFile(bad, readFile(file).substr(0, 9000));
    ASSERT_EQ(list().size(), 1U);
    EXPECT_FALSE(list()[0].facts.has_value());
    EXPECT_FALSE(restoreBackup(file, bad).ok());
    auto project = ProjectFile::open(file);
    ASSERT_TRUE(project.ok());
    EXPECT_EQ(project->load()->labels, sampleLabels());
}

}  // namespace
}  // namespace labelwright
