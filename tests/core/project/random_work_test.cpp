#include "tests/core/project/random_work.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/storage/database.h"
#include "tests/core/project/project_samples.h"
#include "tests/core/project/project_state.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

using Kind = RandomWork::Kind;

/// A project with texts, nothing else.
void makeProject(const std::filesystem::path& file) {
    auto project = ProjectFile::open(file);
    ASSERT_TRUE(project.ok());
    ASSERT_TRUE(project->saveDataset(*sampleDataset(30, "a")).ok());
}

std::map<std::uint32_t, Review> reviewsIn(const ProjectContents& contents) {
    std::map<std::uint32_t, Review> reviews;
    for (const std::uint32_t row : contents.reviews.reviewedRows()) reviews.emplace(row, contents.reviews.at(row));
    return reviews;
}

/// Every label that a person gave to a text has a name, and some version of the labels has it, to be restored.
void expectReachable(const ProjectFile& project, const ProjectContents& contents) {
    const auto versions = project.labelVersions(1000);
    ASSERT_TRUE(versions.ok());
    for (const auto& [row, review] : reviewsIn(contents)) {
        for (const LabelId& id : review.labels) {
            EXPECT_TRUE(contents.formerNames.contains(id)) << id;
            const bool kept = std::any_of(versions->begin(), versions->end(),
                                          [&id](const LabelVersion& version) { return findLabel(version.labels, id) != nullptr; });
            EXPECT_TRUE(kept) << id << " of row " << row;
        }
    }
}

class RandomWorkTest : public ::testing::TestWithParam<std::uint32_t> {
protected:
    void SetUp() override { makeProject(m_file); }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "survey.lwproj";
};

TEST_P(RandomWorkTest, KeepsEveryHumanLabelReachableAndEveryVersionAsItWas) {
    auto project = ProjectFile::open(m_file);
    ASSERT_TRUE(project.ok());
    RandomWork work(GetParam());
    std::map<std::uint32_t, LabelSet> versions;
    std::set<Kind> met;
    auto before = reviewsIn(*project->load());
    for (int i = 0; i < 180; ++i) {
        const auto kind = work.act(*project);
        ASSERT_TRUE(kind.ok()) << kind.error().detail;
        met.insert(*kind);
        const auto contents = project->load();
        ASSERT_TRUE(contents.ok());
        expectReachable(*project, *contents);
        const auto present = project->labelVersions(1000);
        ASSERT_TRUE(present.ok());
        for (const LabelVersion& version : *present) {
            const auto known = versions.emplace(version.labels.version, version.labels);
            ASSERT_EQ(known.first->second, version.labels) << "a version that was made is never changed";
        }
        auto after = reviewsIn(*contents);
        const bool ofLabelsAlone =
            *kind == Kind::Add || *kind == Kind::Rename || *kind == Kind::Merge || *kind == Kind::Unmerge || *kind == Kind::Restore;
        ASSERT_TRUE(!ofLabelsAlone || after == before) << "what a person said stays";
        before = std::move(after);
    }
    EXPECT_EQ(met.size(), std::size_t{RandomWork::kinds});
}

TEST_P(RandomWorkTest, UndoComesToTheIdenticalStateAndRedoBackStepByStep) {
    RandomWork work(GetParam());
    std::vector<std::string> states;  // [steps in effect]
    {
        auto project = ProjectFile::open(m_file);
        states.push_back(workOf(*project->load()));
        for (int i = 0; i < 120; ++i) {
            const auto kind = work.act(*project);
            ASSERT_TRUE(kind.ok()) << kind.error().detail;
            const auto contents = project->load();
            const std::size_t done = contents->undo.done;
            if (*kind == Kind::Undo || *kind == Kind::Redo) {
                ASSERT_EQ(workOf(*contents), states.at(done)) << "act " << i;
                continue;
            }
            states.resize(done);
            states.push_back(workOf(*contents));
        }
    }
    auto project = ProjectFile::open(m_file);  // after a restart
    const auto steps = project->load()->undo.steps;
    ASSERT_GE(states.size(), steps.size());
    const auto take = [&project](std::uint64_t number, HistoryAct act) {
        const auto step = project->readStep(number);
        ASSERT_TRUE(step.ok());
        ASSERT_TRUE(project->record(act == HistoryAct::Undone ? step->before : step->after, {act, number}).ok());
    };
    for (std::size_t done = project->load()->undo.done; done > 0; --done) {
        take(steps[done - 1].number, HistoryAct::Undone);
        ASSERT_EQ(workOf(*project->load()), states[done - 1]) << done;
    }
    for (std::size_t done = 0; done < steps.size(); ++done) {
        take(steps[done].number, HistoryAct::Redone);
        ASSERT_EQ(workOf(*project->load()), states[done + 1]) << done;
    }
}

TEST_P(RandomWorkTest, SurvivesACrashAtEveryWrite) {
    constexpr std::size_t acts = 16;
    const std::string empty = readFile(m_file);
    std::vector<std::string> states;
    {
        auto project = ProjectFile::open(m_file);
        RandomWork work(GetParam());
        states.push_back(stateOf(*project));
        for (std::size_t i = 0; i < acts; ++i) {
            ASSERT_TRUE(work.act(*project).ok());
            states.push_back(stateOf(*project));
        }
    }
    FaultyDisk disk;
    for (const DiskFault fault : {DiskFault::Crash, DiskFault::PowerLoss}) {
        std::uint64_t call = 0;
        for (bool fired = true; fired;) {
            for (const char* ending : {"-wal", "-shm"}) std::filesystem::remove(m_file.string() + ending);
            writeFile(m_file, empty);
            disk.repair();
            disk.failAt(fault, ++call);
            std::size_t done = 0;
            {
                auto project = ProjectFile::open(m_file);
                RandomWork work(GetParam());
                while (project.ok() && done < acts && work.act(*project).ok()) ++done;
                fired = disk.failed();
            }
            fired = fired || disk.failed();
            disk.repair();
            const auto project = ProjectFile::open(m_file);
            ASSERT_TRUE(project.ok()) << "call " << call << ": " << project.error().detail;
            const std::string found = stateOf(*project);
            ASSERT_TRUE(found == states[done] || (done < acts && found == states[done + 1])) << "call " << call << ", act " << done;
        }
        EXPECT_GT(call, acts * 4);
        auto database = Database::open(m_file, OpenMode::ReadOnly);
        EXPECT_EQ(*database->text("PRAGMA integrity_check"), "ok");
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWorkTest, ::testing::Values(1U, 2U, 3U, 20261126U), ::testing::PrintToStringParamName());

}  // namespace
}  // namespace labelwright::testing
