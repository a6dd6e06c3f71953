#include "core/project/project_salvage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/project/project_file.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

constexpr std::size_t rows = 3000;

class ProjectSalvageTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto project = ProjectFile::open(file);
        ASSERT_TRUE(project->saveDataset(*sampleDataset(rows, "precious")).ok());
        ASSERT_TRUE(project->saveLabels(sampleLabels()).ok());
        std::vector<std::uint32_t> reviewed;
        std::vector<Review> reviews;
        for (std::uint32_t row = 0; row < rows; row += 7) {
            Review review;
            review.decided = true;
            review.labels = {"a"};
            review.note = "note on " + std::to_string(row);
            reviewed.push_back(row);
            reviews.push_back(review);
        }
        ASSERT_TRUE(project->saveReviews(reviewed, reviews).ok());
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "survey.lwproj";
    std::filesystem::path target = folder / "rescued.lwproj";
};

TEST_F(ProjectSalvageTest, AWholeProjectComesBackWhole) {
    const auto report = salvageProject(file, target);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_TRUE(report->complete());
    auto before = ProjectFile::open(file);
    auto after = ProjectFile::open(target);
    ASSERT_TRUE(after.ok()) << after.error().detail;
    expectSameDataset(*after->load()->dataset, *sampleDataset(rows, "precious"));
    EXPECT_EQ(after->load()->labels, sampleLabels());
    EXPECT_EQ(after->facts()->steps, before->facts()->steps);
    EXPECT_EQ(after->facts()->decided, before->facts()->decided);
}

TEST_F(ProjectSalvageTest, BehindADamagedPageTheRestIsRescuedAndStaysWithItsTexts) {
    std::string bytes = readFile(file);
    // The page that holds text 1500, but for its header.
    const auto at = bytes.find("precious-1500");
    ASSERT_NE(at, std::string::npos);
    const auto page = at / 8192 * 8192;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(page), bytes.begin() + static_cast<std::ptrdiff_t>(page + 8192), '\xaa');
    writeFile(file, bytes);
    {
        const auto damaged = ProjectFile::open(file);
        ASSERT_FALSE(damaged.ok() && damaged->load().ok());
    }
    const auto report = salvageProject(file, target);
    ASSERT_TRUE(report.ok()) << report.error().detail;
    EXPECT_FALSE(report->complete());
    EXPECT_GT(report->lostTexts, 0U);
    EXPECT_LT(report->lostTexts, 300U);
    EXPECT_EQ(readFile(file), bytes) << "the damaged file is only read";
    auto project = ProjectFile::open(target);
    ASSERT_TRUE(project.ok()) << project.error().detail;
    const auto contents = project->load();
    ASSERT_TRUE(contents.ok());
    const auto original = sampleDataset(rows, "precious");
    ASSERT_EQ(contents->dataset->size(), rows);
    std::size_t lost = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        if ((*contents->dataset)[row].text.empty()) ++lost;
        else EXPECT_EQ((*contents->dataset)[row].text, (*original)[row].text);
        if (row % 7 == 0) {
            EXPECT_EQ(contents->reviews.at(row).note, "note on " + std::to_string(row));
        }
    }
    EXPECT_EQ(lost, report->lostTexts);
}

TEST_F(ProjectSalvageTest, WhateverPageIsDamagedItEndsInAProjectOrAClearError) {
    const std::string whole = readFile(file);
    std::size_t rescued = 0;
    const std::size_t pages = whole.size() / 8192;
    for (std::size_t page = 0; page < pages; page += page < 12 ? 1 : 9) {
        std::string bytes = whole;
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(page * 8192), bytes.begin() + static_cast<std::ptrdiff_t>(page * 8192 + 8192),
                  '\0');
        writeFile(file, bytes);
        std::filesystem::remove(target);
        const auto report = salvageProject(file, target);
        if (!report) {
            EXPECT_EQ(report.error().code, ErrorCode::FileMalformed) << page << ": " << report.error().detail;
            EXPECT_FALSE(std::filesystem::exists(target));
            continue;
        }
        auto project = ProjectFile::open(target);
        ASSERT_TRUE(project.ok()) << page;
        EXPECT_TRUE(project->load().ok()) << page;
        ++rescued;
    }
    EXPECT_GT(rescued, 5U);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
    EXPECT_LE(files, 2U) << "no working copy stays";
}

TEST_F(ProjectSalvageTest, NothingIsOverwritten) {
    writeFile(target, "mine");
    EXPECT_FALSE(salvageProject(file, target).ok());
    EXPECT_EQ(readFile(target), "mine");
}

}  // namespace
}  // namespace labelwright
