// A program that is killed in the middle of everything: the project opens, what a person did is there, and the next run goes on from the
// cache.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "core/engine/engine.h"
#include "core/labels/label_list.h"
#include "core/storage/database.h"
#include "core/torch_backend/torch_backend.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright::testing {
namespace {

constexpr std::size_t textCount = 900;
constexpr int kills = 50;
/// Reports below it are version numbers of labels that saveLabels() has returned from; this much above: pairs of a finished run from the
/// cache.
constexpr std::uint64_t finishedRun = std::uint64_t{1} << 32U;

struct Files {
    std::filesystem::path folder;

    std::filesystem::path table() const { return folder / "texts.txt"; }
    std::filesystem::path project() const { return folder / "work.lwproj"; }
    std::filesystem::path cache() const { return folder / "scores.sqlite"; }

    void writeTexts() const {
        std::ofstream file(table());
        const std::vector<std::string> patterns{"快递三天没到，订单", "客服态度很好，给师傅点赞，订单", "请问什么时候发货，订单",
                                                "Where is order "};
        for (std::size_t i = 0; i < textCount; ++i) file << patterns[i % patterns.size()] << i << '\n';
    }
};

/// What the window does, without the window: opens the project, imports once, then runs and edits until it is killed or `runs` are done.
class Program {
public:
    Program(const Files& files, const Report& report) : m_files(files), m_report(report), m_engine(options(files), makeTorchBackend({})) {}

    int work(int runs) {
        m_engine.openProject(m_files.project());
        if (!await<ProjectOpened>([this](const ProjectOpened& event) { m_contents = event.contents; })) return 1;
        if (m_contents.dataset == nullptr) {
            m_engine.importTexts({m_files.table(), {}}, {});
            if (!await<Imported>([this](const Imported& event) { m_contents.dataset = event.result.dataset; })) return 2;
            m_contents.scores = ScoreTable(m_contents.dataset->size());
        }
        if (m_contents.labels.labels.empty()) m_contents.labels.labels = makeLabels({"咨询", "投诉", "建议", "表扬"});
        m_version = m_contents.highestLabelVersion;
        if (!edit()) return 3;
        for (int i = 0; i < runs; ++i) {
            if (!run()) return 4;
        }
        return 0;
    }

private:
    static EngineOptions options(const Files& files) {
        EngineOptions options;
        options.cacheFile = files.cache();
        options.models.bundled = {bundledModel().parent_path()};
        return options;
    }

    /// An edit by hand that changes no question, acknowledged once it is saved.
    bool edit() {
        LabelSet& labels = m_contents.labels;
        labels.version = ++m_version;
        labels.labels.front().description = "edit " + std::to_string(m_version);
        if (!m_engine.record({"edit", labels, {}, {}, {}}).ok()) return false;
        m_report(m_version);
        return true;
    }

    bool run() {
        LabelingRequest request;
        request.dataset = m_contents.dataset;
        request.labels = m_contents.labels;
        request.model = "labelwright-zh-mini";
        request.device = "cpu";
        request.precision = Precision::Fp32;
        m_engine.label(std::move(request));
        bool saved = true;
        const bool done = await<Finished>([this](const Finished& event) { m_report(finishedRun + event.summary.fromCache); },
                                          [this, &saved](const RecordsScored& event) {
                                              take(event);
                                              saved = edit() && saved;
                                          });
        return done && saved;
    }

    void take(const RecordsScored& event) {
        ScoreTable& scores = m_contents.scores;
        const std::uint8_t reading = scores.addReading(event.reading);
        std::vector<std::uint32_t> blocks;
        for (std::size_t i = 0; i < event.rows.size(); ++i) {
            scores.setReading(event.rows[i], reading);
            blocks.push_back(static_cast<std::uint32_t>(event.rows[i] / ScoreTable::blockRows));
        }
        std::sort(blocks.begin(), blocks.end());
        blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
        scores.set(event.rows, *event.hypotheses, event.logits);
        m_engine.saveScores(scores, blocks);
    }

    /// Takes events until one of this kind has come; false: a job failed before.
    template <typename Event, typename OnEnd>
    bool await(OnEnd onEnd, const std::function<void(const RecordsScored&)>& onScores = {}) {
        for (;;) {
            for (const EngineEvent& event : m_engine.waitForEvents()) {
                if (const auto* scored = std::get_if<RecordsScored>(&event); scored != nullptr && onScores) onScores(*scored);
                if (std::holds_alternative<Failed>(event)) return false;
                if (const auto* end = std::get_if<Event>(&event)) {
                    onEnd(*end);
                    return true;
                }
            }
        }
    }

    Files m_files;
    const Report& m_report;
    Engine m_engine;
    ProjectContents m_contents;
    std::uint32_t m_version = 0;
};

std::size_t threadsOfThisProcess() {
    const std::filesystem::directory_iterator threads("/proc/self/task");
    return static_cast<std::size_t>(std::distance(begin(threads), end(threads)));
}

TEST(RunKill, FiftyKillsInTheMiddleOfRunsLoseNoEditAndNoScoreThatWasStored) {
    if (threadsOfThisProcess() > 1) GTEST_SKIP() << "a process with threads cannot be forked; alone, as ctest runs it, this test runs";
    const TemporaryFolder folder;
    const Files files{folder / "killed"};
    std::filesystem::create_directories(files.folder);
    files.writeTexts();
    std::mt19937 random(20261125);
    std::uint64_t acknowledged = 0;
    std::uint64_t stored = 0;
    int duringRuns = 0;
    int afterRuns = 0;
    // A start and one run, elsewhere; a random moment up to twice that falls into the start, a run, or the edits between runs.
    const Files undisturbed{folder / "undisturbed"};
    std::filesystem::create_directories(undisturbed.folder);
    undisturbed.writeTexts();
    const auto twice = 2 * durationOf([&undisturbed](const Report& report) { return Program(undisturbed, report).work(1); });
    for (int round = 0; round < kills; ++round) {
        const auto outcome = ChildProcess([&files](const Report& report) {
                                 report(0);
                                 return Program(files, report).work(1000);
                             }).killAfter(std::chrono::milliseconds(std::uniform_int_distribution<long>(1, twice.count())(random)));
        ASSERT_TRUE(outcome.killed) << "round " << round << ": it ended by itself with " << outcome.exitCode;
        bool ran = false;
        for (const std::uint64_t report : outcome.reports) {
            if (report < finishedRun) acknowledged = std::max(acknowledged, report);
            else ran = true;
        }
        afterRuns += ran ? 1 : 0;
        duringRuns += !ran && outcome.reports.size() > 1 ? 1 : 0;

        const auto project = ProjectFile::open(files.project());
        ASSERT_TRUE(project.ok()) << "round " << round << ": " << project.error().detail;
        const auto contents = project->load();
        ASSERT_TRUE(contents.ok()) << "round " << round << ": " << contents.error().detail;
        // An edit that was saved but not yet reported may be there too, never less.
        ASSERT_GE(contents->highestLabelVersion, acknowledged) << "round " << round;
        if (acknowledged > 0) {
            ASSERT_EQ(contents->labels.version, contents->highestLabelVersion);
            ASSERT_EQ(contents->labels.labels.front().description, "edit " + std::to_string(contents->labels.version));
            ASSERT_NE(contents->dataset, nullptr);
            ASSERT_EQ(contents->dataset->size(), textCount);
        }
        const auto cache = ScoreCache::open(files.cache());
        ASSERT_TRUE(cache.ok()) << cache.error().detail;
        ASSERT_FALSE(cache->recovered().has_value()) << "round " << round << ": the cache was damaged";
        const auto statistics = cache->statistics();
        ASSERT_TRUE(statistics.ok());
        ASSERT_GE(statistics->embeddings, stored) << "round " << round << ": what was stored stays stored";
        stored = statistics->embeddings;
    }
    EXPECT_GT(acknowledged, 50U) << "the program hardly got to save anything";
    EXPECT_GT(duringRuns + afterRuns, kills / 4) << "too few kills fell into or behind a run";
    EXPECT_GT(stored, 0U);

    // The next run goes on from the cache, and its result is that of a run nobody disturbed.
    const Files fresh{folder / "undisturbed"};
    std::filesystem::create_directories(fresh.folder);
    fresh.writeTexts();
    std::vector<ProjectContents> results;
    for (const Files& place : {files, fresh}) {
        const auto outcome = runInChild([&place](const Report& report) { return Program(place, report).work(1); });
        ASSERT_EQ(outcome.exitCode, 0);
        if (place.folder == files.folder) {
            EXPECT_GE(outcome.reports.back() - finishedRun, std::min<std::uint64_t>(stored, textCount))
                << "pairs answered without the model";
        }
        const auto project = ProjectFile::open(place.project());
        ASSERT_TRUE(project.ok());
        results.push_back(*project->load());
    }
    const auto hypotheses = hypothesisHashes(results[1].labels);
    ASSERT_EQ(hypothesisHashes(results[0].labels), hypotheses);
    for (std::size_t row = 0; row < textCount; ++row) {
        for (const Hash128& hypothesis : hypotheses) {
            const PairLogits disturbed = results[0].scores.at(row, results[0].scores.column(hypothesis));
            const PairLogits whole = results[1].scores.at(row, results[1].scores.column(hypothesis));
            ASSERT_TRUE(disturbed.scored() && whole.scored()) << row;
            ASSERT_NEAR(disturbed.yes, whole.yes, 1e-5) << row;
        }
    }
    auto database = Database::open(files.project(), OpenMode::ReadWrite);
    EXPECT_EQ(*database->text("PRAGMA integrity_check"), "ok");
    std::printf("%llu edits acknowledged, %d kills before a run ended, %d after, %llu embeddings stored\n",
                static_cast<unsigned long long>(acknowledged), duringRuns, afterRuns, static_cast<unsigned long long>(stored));
}

}  // namespace
}  // namespace labelwright::testing
