#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "core/project/project_schema.h"
#include "core/storage/database.h"
#include "tests/core/project/project_samples.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

class ProjectDamageTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto project = ProjectFile::open(file);
        ASSERT_TRUE(project.ok());
        ASSERT_TRUE(project->saveDataset(*sampleDataset(600, "precious")).ok());
        ASSERT_TRUE(project->saveLabels(sampleLabels()).ok());
        ScoreTable scores(600);
        scores.addReading(cosineReading());
        for (std::size_t row = 0; row < 600; ++row) scores.set(row, hash128("h"), {0.5F});
        ASSERT_TRUE(project->saveScores(scores, std::vector<std::uint32_t>{0}).ok());
    }
    void execute(const std::string& sql) {
        auto database = Database::open(file, OpenMode::ReadWrite);
        const auto done = database->execute(sql);
        ASSERT_TRUE(done.ok()) << done.error().detail;
    }
    Error refusal() {
        auto project = ProjectFile::open(file);
        if (!project) return project.error();
        const auto contents = project->load();
        if (!contents) return contents.error();
        ADD_FAILURE() << "it was read without complaint";
        return {};
    }
    void expectRefusedAndUntouched(ErrorCode code) {
        const std::string before = readFile(file);
        const Error error = refusal();
        EXPECT_EQ(error.code, code) << error.detail;
        ASSERT_FALSE(error.arguments.empty());
        EXPECT_EQ(error.arguments[0], file.string());
        EXPECT_EQ(readFile(file), before) << "a file that is refused is not written";
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "survey.lwproj";
};

TEST_F(ProjectDamageTest, aFileThatIsNoProjectIsRefused) {
    writeFile(file, "id,text\n1,hello\n" + std::string(2000, ' '));
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
}

TEST_F(ProjectDamageTest, aDatabaseOfAnotherProgramIsRefused) {
    execute("PRAGMA application_id=252006673");
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
}

TEST_F(ProjectDamageTest, aProjectOfALaterVersionIsRefusedWithBothVersions) {
    execute("PRAGMA user_version=99");
    expectRefusedAndUntouched(ErrorCode::StorageNewer);
    EXPECT_EQ(refusal().arguments, (std::vector<std::string>{file.string(), "99", std::to_string(projectSchema().version())}));
}

TEST_F(ProjectDamageTest, aCutFileIsRefused) {
    const std::string whole = readFile(file);
    writeFile(file, whole.substr(0, whole.size() / 2));
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
}

TEST_F(ProjectDamageTest, aDamagedPageIsRefused) {
    std::string bytes = readFile(file);
    bytes.replace(bytes.size() / 3, bytes.size() / 3, bytes.size() / 3, '\xaa');
    writeFile(file, bytes);
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
}

TEST_F(ProjectDamageTest, textsThatWereChangedBehindItsBackAreNoticed) {
    execute("UPDATE texts SET text=text || '!' WHERE row=300");
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
    execute("UPDATE texts SET text=rtrim(text, '!') WHERE row=300; DELETE FROM texts WHERE row=599");
    expectRefusedAndUntouched(ErrorCode::FileMalformed);
}

TEST_F(ProjectDamageTest, valuesThatDoNotFitTogetherAreNamed) {
    const std::vector<std::pair<std::string, std::string>> damages = {
        {"UPDATE texts SET extras=x'ffffffff' WHERE row=7", "text 8"},
        {"UPDATE score_blocks SET yes=x'00'", "predictions"},
        {"UPDATE score_rows SET truncated=x'00'", "predictions"},
        {"UPDATE score_rows SET reading=zeroblob(600); DELETE FROM readings", "predictions"},
        {"UPDATE score_blocks SET block=1000000", "predictions"},
        {"UPDATE score_blocks SET block=-1", "predictions"},
        {"UPDATE readings SET rule='magic'", "readings"},
        {"INSERT INTO settings VALUES('selection mode', 'magic')", "selection mode"},
    };
    const std::string whole = readFile(file);
    for (const auto& [sql, place] : damages) {
        writeFile(file, whole);
        execute(sql);
        const Error error = refusal();
        EXPECT_EQ(error.code, ErrorCode::FileMalformed) << sql;
        EXPECT_NE(error.detail.find(place), std::string::npos) << error.detail;
    }
}

TEST_F(ProjectDamageTest, noFlippedByteGivesOtherTextsOrACrash) {
    const std::string whole = readFile(file);
    const auto dataset = sampleDataset(600, "precious");
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += at < 110 ? 3 : 1201) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(~damaged[at]);
        writeFile(file, damaged);
        auto project = ProjectFile::open(file);
        if (!project) {
            EXPECT_TRUE(project.error().code == ErrorCode::FileMalformed || project.error().code == ErrorCode::StorageNewer ||
                        project.error().code == ErrorCode::StorageFailed)
                << at << ": " << project.error().detail;
            ++refused;
            continue;
        }
        const auto contents = project->load();
        if (!contents) {
            ++refused;
            continue;
        }
        ASSERT_TRUE(contents->dataset != nullptr || at < 110) << at;
        EXPECT_TRUE(!contents->dataset || contents->dataset->contentHash() == dataset->contentHash()) << at;
    }
    EXPECT_GT(refused, 20);
}

TEST_F(ProjectDamageTest, aReadOnlyFolderIsNamed) {
    std::filesystem::permissions(file, std::filesystem::perms(0444));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    const auto outcome = runInChild([this](const Report& report) {
        // The superuser may write everything; anybody else may not.
        if (geteuid() == 0 && setuid(65534) != 0) return 1;
        for (const auto& place : {file, folder / "new.lwproj"}) {
            const auto project = ProjectFile::open(place);
            if (project.ok() || project.error().arguments.at(0) != place.string()) return 2;
            report(static_cast<std::uint64_t>(project.error().code));
        }
        return 0;
    });
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    EXPECT_EQ(outcome.exitCode, 0);
    ASSERT_EQ(outcome.reports.size(), 2U);
    for (const auto code : outcome.reports) EXPECT_EQ(static_cast<ErrorCode>(code), ErrorCode::FileUnwritable);
}

TEST_F(ProjectDamageTest, aFullDiskFailsTheSaveAndKeepsWhatWasThere) {
    const auto outcome = runInChild([this](const Report&) {
        // A limit on the size of files makes write() fail as a full disk does.
        std::signal(SIGXFSZ, SIG_IGN);
        auto project = ProjectFile::open(file);
        const rlimit limit{400'000, 400'000};
        if (!project || setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
        const auto saved = project->saveDataset(*sampleDataset(50'000, "too large"));
        if (saved.ok()) return 2;
        if (saved.error().code != ErrorCode::StorageFailed && saved.error().code != ErrorCode::FileUnwritable) return 3;
        if (saved.error().arguments.at(0) != file.string()) return 4;
        // The next small change still finds its place.
        return project->saveModelChoice("after").ok() ? 0 : 5;
    });
    EXPECT_EQ(outcome.exitCode, 0);
    auto project = ProjectFile::open(file);
    ASSERT_TRUE(project.ok()) << project.error().detail;
    const auto contents = project->load();
    ASSERT_TRUE(contents.ok()) << contents.error().detail;
    expectSameDataset(*contents->dataset, *sampleDataset(600, "precious"));
    EXPECT_EQ(contents->labels, sampleLabels());
    EXPECT_EQ(contents->modelChoice, "after");
}

TEST_F(ProjectDamageTest, runningOutOfMemoryLeavesTheOldStateOrTheNewOne) {
    int failed = 0;
    int succeeded = 0;
    // SQLite's allocations are limited to more and more bytes, so that each time another one is the first to fail.
    for (std::uint64_t bytes = 60'000; bytes < 1'200'000; bytes += bytes / 12) {
        const std::string series = std::to_string(bytes);
        const auto outcome = runInChild([&](const Report& report) {
            auto limiter = Database::open(folder / "limit.db", OpenMode::CreateIfMissing);
            if (!limiter || !limiter->execute("PRAGMA hard_heap_limit=" + series).ok()) return 5;
            auto project = ProjectFile::open(file);
            if (!project || !project->saveDataset(*sampleDataset(700, series))) return 5;
            report(1);
            if (!project->saveModelChoice(series)) return 5;
            report(2);
            return project->load().ok() ? 0 : 5;
        });
        ASSERT_FALSE(outcome.killed);
        ASSERT_TRUE(outcome.exitCode == 0 || outcome.exitCode == 5) << outcome.exitCode << " with " << bytes << " bytes";
        (outcome.exitCode == 0 ? succeeded : failed) += 1;
        auto project = ProjectFile::open(file);
        ASSERT_TRUE(project.ok()) << project.error().detail;
        const auto contents = project->load();
        ASSERT_TRUE(contents.ok()) << contents.error().detail;
        EXPECT_EQ(contents->labels, sampleLabels());
        if (!outcome.reports.empty()) expectSameDataset(*contents->dataset, *sampleDataset(700, series));
        EXPECT_EQ(contents->modelChoice == series, outcome.reports.size() == 2) << bytes;
    }
    EXPECT_GT(failed, 5);
    EXPECT_GT(succeeded, 0);
}

}  // namespace
}  // namespace labelwright
