// The window as it was built, killed at random moments of its first start on the sample: every later start opens what was there and
// finishes the work.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <thread>

#include "app/shared/places.h"
#include "core/io/text_import.h"
#include "core/project/project_file.h"
#include "core/storage/database.h"
#include "core/storage/score_cache.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

constexpr int kills = 10;
constexpr int longestLifeMs = 2500;
constexpr unsigned seed = 20261126;
constexpr std::size_t sampleLabelCount = 4;

/// A folder that the program takes for its user's, with settings that compute the same on every machine.
class Home {
public:
    explicit Home(std::filesystem::path folder) : m_folder(std::move(folder)) {
        writeFile(m_folder / "data/settings.ini", "[compute]\ndevice=cpu\nprecision=fp32\n");
    }

    std::filesystem::path project() const { return m_folder / "data/session.lwproj"; }
    std::filesystem::path cache() const { return m_folder / "cache/scores.sqlite"; }

    std::unique_ptr<ChildProcess> start() const {
        return std::make_unique<ChildProcess>([this](const Report& report) {
            setenv("HOME", m_folder.c_str(), 1);
            setenv("LABELWRIGHT_HOME", m_folder.c_str(), 1);
            setenv("QT_QPA_PLATFORM", "offscreen", 1);
            setenv("OMP_NUM_THREADS", "1", 1);
            report(0);
            execl(LABELWRIGHT_PROGRAM, "labelwright", "--sample", nullptr);
            return 94;
        });
    }

private:
    std::filesystem::path m_folder;
};

/// What lies on the disk.
struct Kept {
    std::shared_ptr<const Dataset> texts;
    LabelSet labels;
    ScoreTable scores;
    std::size_t scored = 0;  ///< pairs
    std::uint64_t embeddings = 0;

    bool whole() const { return texts != nullptr && !labels.labels.empty() && scored == texts->size() * labels.labels.size(); }
};

/// Fails the test if anything of it cannot be read.
void readKept(const Home& home, Kept& kept) {
    kept = Kept();
    if (std::filesystem::exists(home.project())) {
        const auto project = ProjectFile::openForReading(home.project());
        if (!project && std::filesystem::file_size(home.project()) == 0) return;  // killed before it wrote anything
        ASSERT_TRUE(project.ok()) << project.error().detail;
        auto contents = project->load();
        ASSERT_TRUE(contents.ok()) << contents.error().detail;
        kept.texts = contents->dataset;
        kept.labels = contents->labels;
        kept.scores = contents->scores;
        for (const std::size_t column : kept.scores.columns(hypothesisHashes(kept.labels))) {
            for (std::size_t row = 0; column != ScoreTable::npos && row < kept.scores.rows(); ++row)
                kept.scored += kept.scores.at(row, column).scored() ? 1 : 0;
        }
    }
    if (std::filesystem::exists(home.cache())) {
        const auto cache = ScoreCache::open(home.cache());
        ASSERT_TRUE(cache.ok()) << cache.error().detail;
        ASSERT_FALSE(cache->recovered().has_value()) << "the cache was damaged";
        kept.embeddings = cache->statistics()->embeddings;
    }
}

void expectIntact(const Home& home) {
    for (const auto& file : {home.project(), home.cache()}) {
        auto database = Database::open(file, OpenMode::ReadWrite);
        ASSERT_TRUE(database.ok()) << database.error().detail;
        EXPECT_EQ(*database->text("PRAGMA integrity_check"), "ok") << file;
    }
}

/// Lets the program run until every text has its scores, a minute at most.
void runUntilWhole(const Home& home, Kept& kept) {
    const auto program = home.start();
    for (int i = 0; i < 120 && !kept.whole() && !::testing::Test::HasFatalFailure(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        readKept(home, kept);
    }
    program->signal(SIGTERM);
    program->wait();
}

TEST(WindowKill, AWindowKilledAtAnyMomentOpensAgainAndFinishesItsWork) {
    const TemporaryFolder folder;
    const auto sample = importTexts({findPlaces().sample(), {}}, {});
    ASSERT_TRUE(sample.ok());
    std::mt19937 random(seed);
    int homes = 0;
    int withTexts = 0;
    int unfinished = 0;
    auto home = std::make_unique<Home>(folder / "0");
    Kept before;
    for (int round = 0; round < kills; ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", kill " + std::to_string(round));
        if (before.whole()) {
            // Nothing is left to interrupt: another first start.
            home = std::make_unique<Home>(folder / std::to_string(++homes));
            before = Kept();
        }
        const auto outcome = home->start()->killAfter(std::chrono::milliseconds(std::uniform_int_distribution(50, longestLifeMs)(random)));
        ASSERT_TRUE(outcome.killed) << "it ended by itself with " << outcome.exitCode;
        Kept after;
        ASSERT_NO_FATAL_FAILURE(readKept(*home, after));
        if (before.texts != nullptr) {
            ASSERT_NE(after.texts, nullptr);
        }
        if (after.texts != nullptr) {
            ASSERT_EQ(after.texts->contentHash(), (*sample).dataset->contentHash());
        }
        if (!before.labels.labels.empty()) {
            ASSERT_EQ(after.labels, before.labels);
        }
        ASSERT_GE(after.scored, before.scored);
        ASSERT_GE(after.embeddings, before.embeddings);
        withTexts += after.texts != nullptr ? 1 : 0;
        unfinished += after.texts != nullptr && !after.whole() ? 1 : 0;
        before = std::move(after);
    }

    Kept last;
    ASSERT_NO_FATAL_FAILURE(runUntilWhole(*home, last));
    ASSERT_TRUE(last.whole()) << last.scored << " pairs";
    EXPECT_EQ(last.labels.labels.size(), sampleLabelCount);
    expectIntact(*home);

    // An undisturbed first start gives the same.
    const Home fresh(folder / "fresh");
    Kept undisturbed;
    ASSERT_NO_FATAL_FAILURE(runUntilWhole(fresh, undisturbed));
    ASSERT_TRUE(undisturbed.whole());
    EXPECT_EQ(last.texts->contentHash(), undisturbed.texts->contentHash());
    for (const Hash128& hypothesis : hypothesisHashes(last.labels)) {
        for (std::size_t row = 0; row < last.texts->size(); ++row) {
            ASSERT_NEAR(last.scores.at(row, last.scores.column(hypothesis)).yes,
                        undisturbed.scores.at(row, undisturbed.scores.column(hypothesis)).yes, 1e-5);
        }
    }
    std::printf("seed %u: %d kills in %d first starts; %d with texts in the project, %d of them before every score was there\n", seed,
                kills, homes + 1, withTexts, unfinished);
}

}  // namespace
}  // namespace labelwright::testing
