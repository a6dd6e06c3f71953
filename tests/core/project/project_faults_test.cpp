// What a failing disk, a full one, a crash or a power cut leaves of a project, at every single call that changes a file: the state before
// the act or the one after it, never one between, and never less than what was reported as saved.
#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "core/project/project_schema.h"
#include "core/storage/database.h"
#include "core/storage/schema.h"
#include "tests/core/project/project_samples.h"
#include "tests/core/project/project_state.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

using Act = std::function<Result<void>(ProjectFile&)>;

Result<void> withoutNumber(const Result<std::uint64_t>& recorded) { return recorded ? Result<void>() : recorded.error(); }

std::string integrityOf(const std::filesystem::path& file) {
    auto database = Database::open(file, OpenMode::ReadOnly);
    if (!database) return database.error().detail;
    const auto found = database->text("PRAGMA integrity_check");
    return found ? *found : found.error().detail;
}

void removeWithLog(const std::filesystem::path& file) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file.string() + ending);
}

class ProjectFaults : public ::testing::TestWithParam<DiskFault> {
protected:
    /// The project that each round begins with.
    void begin(const Act& prepare) {
        auto project = ProjectFile::open(m_base);
        ASSERT_TRUE(project.ok()) << project.error().detail;
        const auto prepared = prepare(*project);
        ASSERT_TRUE(prepared.ok()) << prepared.error().detail;
    }
    /// Opens, acts and closes with a fault at the first call, the second, … until it comes too late.
    void everyFault(const Act& act) {
        const std::string before = stateAfter([](ProjectFile&) { return Result<void>(); });
        const std::string after = stateAfter(act);
        ASSERT_NE(before, after);
        FaultyDisk disk;
        std::uint64_t call = 0;
        for (bool fired = true; fired;) {
            startAgain();
            disk.repair();
            disk.failAt(GetParam(), ++call);
            bool done = false;
            {
                auto project = ProjectFile::open(m_file);
                done = project.ok() && act(*project).ok();
                fired = disk.failed();
                if (project.ok() && !done && goesOn()) retry(disk, *project, act, before, after);
                if (project.ok() && !done && goesOn()) done = true;
            }
            fired = fired || disk.failed();
            disk.repair();
            const auto project = ProjectFile::open(m_file);
            ASSERT_TRUE(project.ok()) << "call " << call << ": " << project.error().detail;
            const std::string found = stateOf(*project);
            ASSERT_TRUE(found == after || (!done && found == before))
                << "call " << call << (done ? ", reported as saved" : "") << ": " << found;
            ASSERT_EQ(integrityOf(m_file), "ok") << "call " << call;
            if (HasFatalFailure()) return;
        }
        EXPECT_GT(call, 3U) << "there was hardly anything to fail";
        RecordProperty("calls", static_cast<int>(call));
    }
    static bool goesOn() { return GetParam() == DiskFault::Error || GetParam() == DiskFault::Full; }

    TemporaryFolder m_folder;
    std::filesystem::path m_base = m_folder / "base.lwproj";
    std::filesystem::path m_file = m_folder / "survey.lwproj";

private:
    void startAgain() const {
        removeWithLog(m_file);
        std::filesystem::copy_file(m_base, m_file);
    }
    std::string stateAfter(const Act& act) {
        startAgain();
        auto project = ProjectFile::open(m_file);
        EXPECT_TRUE(project.ok());
        EXPECT_TRUE(act(*project).ok());
        return stateOf(*project);
    }
    /// A person who frees some space and tries again, with the file still open.
    static void retry(FaultyDisk& disk, ProjectFile& project, const Act& act, const std::string& before, const std::string& after) {
        disk.repair();
        ASSERT_EQ(stateOf(project), before) << "what failed must not show";
        const auto again = act(project);
        ASSERT_TRUE(again.ok()) << again.error().detail;
        ASSERT_EQ(stateOf(project), after);
    }
};

Review given(const LabelId& label) {
    Review review;
    review.decided = true;
    review.labels = {label};
    return review;
}

Result<void> saveTexts(ProjectFile& project) { return project.saveDataset(*sampleDataset(300, "first")); }

Result<void> saveLabelsAndReviews(ProjectFile& project) {
    if (auto saved = saveTexts(project); !saved) return saved;
    if (auto saved = project.saveLabels(sampleLabels()); !saved) return saved;
    const std::vector<std::uint32_t> rows{2, 3, 40};
    return project.saveReviews(rows, std::vector<Review>{given("a"), given("b"), given("d")});
}

LabelSet renamed() {
    LabelSet labels = sampleLabels();
    labels.version = 8;
    labels.labels[0].name = "不满";
    return labels;
}

TEST_P(ProjectFaults, ANewProjectIsThereOrNot) {
    begin([](ProjectFile&) { return Result<void>(); });
    std::filesystem::resize_file(m_base, 0);
    everyFault(saveTexts);
}

TEST_P(ProjectFaults, AnImportTakesThePlaceOfTheTextsBeforeOrNot) {
    begin(saveLabelsAndReviews);
    everyFault([](ProjectFile& project) { return project.saveDataset(*sampleDataset(200, "second")); });
}

TEST_P(ProjectFaults, LabelsAreSavedWithTheReviewsThatTheyMoveOrNot) {
    begin(saveLabelsAndReviews);
    everyFault([](ProjectFile& project) {
        return withoutNumber(project.record({"rename", renamed(), {}, {2, 40}, {given("c"), Review()}}));
    });
}

TEST_P(ProjectFaults, ReviewsOfTenThousandRowsAreSavedTogetherOrNot) {
    begin([](ProjectFile& project) { return project.saveDataset(*sampleDataset(10'000, "many")); });
    ProjectEdit edit;
    edit.text = "accept";
    edit.rows.resize(10'000);
    std::iota(edit.rows.begin(), edit.rows.end(), 0U);
    edit.reviews.assign(10'000, given("a"));
    everyFault([&edit](ProjectFile& project) { return withoutNumber(project.record(edit)); });
}

TEST_P(ProjectFaults, AStepIsTakenBackOrNot) {
    begin([](ProjectFile& project) {
        auto saved = saveLabelsAndReviews(project);
        return saved ? withoutNumber(project.record({"rename", renamed(), {}, {2}, {given("c")}})) : saved;
    });
    everyFault([](ProjectFile& project) -> Result<void> {
        const auto contents = project.load();
        if (!contents) return contents.error();
        const std::uint64_t number = contents->undo.steps.back().number;
        const auto step = project.readStep(number);
        return step ? withoutNumber(project.record(step->before, {HistoryAct::Undone, number})) : step.error();
    });
}

TEST_P(ProjectFaults, AStepIsDoneAgainOrNot) {
    begin([](ProjectFile& project) -> Result<void> {
        if (auto saved = saveLabelsAndReviews(project); !saved) return saved;
        const auto number = project.record({"rename", renamed(), {}, {2}, {given("c")}});
        if (!number) return number.error();
        const auto step = project.readStep(*number);
        return step ? withoutNumber(project.record(step->before, {HistoryAct::Undone, *number})) : step.error();
    });
    everyFault([](ProjectFile& project) -> Result<void> {
        const auto contents = project.load();
        if (!contents) return contents.error();
        const std::uint64_t number = contents->undo.steps.back().number;
        const auto step = project.readStep(number);
        return step ? withoutNumber(project.record(step->after, {HistoryAct::Redone, number})) : step.error();
    });
}

TEST_P(ProjectFaults, PredictionsAreSavedOrNot) {
    begin(saveLabelsAndReviews);
    ScoreTable scores(300);
    scores.addReading(cosineReading());
    for (std::size_t row = 0; row < 300; ++row) {
        for (const char* hypothesis : {"one", "two"}) scores.set(row, hash128(hypothesis), {static_cast<float>(row)});
    }
    everyFault([&scores](ProjectFile& project) { return project.saveScores(scores, std::vector<std::uint32_t>{0}); });
}

/// A file of an older version, opened: nothing else is done with it.
class MigrationFaults : public ::testing::TestWithParam<DiskFault> {};

TEST_P(MigrationFaults, AnOlderProjectIsMigratedOrStaysAndItsBackupIsWholeBeforeItChanges) {
    const TemporaryFolder folder;
    const auto file = folder / "old.lwproj";
    const auto backup = folder / "old.lwproj.v1.bak";
    const auto startAgain = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) std::filesystem::remove(entry.path());
        std::filesystem::copy_file(fixtures() / "projects" / "version_1.lwproj", file);
    };
    startAgain();
    const std::string expected = stateOf(*ProjectFile::open(file));
    FaultyDisk disk;
    std::uint64_t call = 0;
    for (bool fired = true; fired;) {
        startAgain();
        disk.repair();
        disk.failAt(GetParam(), ++call);
        static_cast<void>(ProjectFile::open(file).ok());
        fired = disk.failed();
        disk.repair();
        {
            auto database = Database::open(file, OpenMode::ReadWrite);
            ASSERT_TRUE(database.ok()) << "call " << call;
            database->setLogOnClose(LogOnClose::LeaveAsItIs);
            ASSERT_EQ(*database->text("PRAGMA integrity_check"), "ok") << "call " << call;
            const auto identity = identify(*database);
            ASSERT_TRUE(identity.ok());
            ASSERT_TRUE(identity->version == 1 || identity->version == projectSchema().version()) << "call " << call;
            if (identity->version != 1) {
                ASSERT_EQ(integrityOf(backup), "ok") << "call " << call;
                auto old = Database::open(backup, OpenMode::ReadOnly);
                ASSERT_EQ(identify(*old)->version, 1U) << "call " << call;
                ASSERT_EQ(*old->integer("SELECT count(*) FROM texts"), 200) << "call " << call;
            }
        }
        const auto project = ProjectFile::open(file);
        ASSERT_TRUE(project.ok()) << "call " << call << ": " << project.error().detail;
        ASSERT_EQ(stateOf(*project), expected) << "call " << call;
    }
    EXPECT_GT(call, 50U);
}

std::string faultName(const ::testing::TestParamInfo<DiskFault>& info) {
    switch (info.param) {
        case DiskFault::Error: return "Error";
        case DiskFault::Full: return "Full";
        case DiskFault::Crash: return "Crash";
        case DiskFault::PowerLoss: return "PowerLoss";
        case DiskFault::Scrambled: return "Scrambled";
    }
    return {};
}

INSTANTIATE_TEST_SUITE_P(Disk, ProjectFaults, ::testing::ValuesIn(allDiskFaults), faultName);
INSTANTIATE_TEST_SUITE_P(Disk, MigrationFaults, ::testing::ValuesIn(allDiskFaults), faultName);

}  // namespace
}  // namespace labelwright::testing
