#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <random>

#include "core/storage/database.h"
#include "core/storage/score_cache.h"
#include "tests/core/storage/cache_samples.h"
#include "tests/support/child_process.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

constexpr std::uint64_t batch = 200;

/// Puts batches from `first` on and reports each that is committed.
int putBatches(const std::filesystem::path& file, std::uint64_t first, std::uint64_t batches, const Report& report) {
    auto cache = ScoreCache::open(file);
    if (!cache) return 1;
    for (std::uint64_t b = 0; b < batches; ++b) {
        const std::uint64_t from = first + b * batch;
        if (!cache->putScores("model", keysOf(from, batch), scoresOf(from, batch)).ok()) return 2;
        if (!cache->putEmbeddings("model", textsOf(from, 20), 64, embeddingsOf(from, 20, 64), std::vector<bool>(20)).ok()) return 3;
        report(from);
    }
    return 0;
}

void expectBatch(const ScoreCache& cache, std::uint64_t from) {
    const auto found = cache.findScores("model", keysOf(from, batch));
    ASSERT_TRUE(found.ok());
    for (std::uint64_t n = 0; n < batch; ++n) ASSERT_TRUE((*found)[n] && sameScore(*(*found)[n], scoreOf(from + n))) << from + n;
    std::vector<float> rows(std::size_t{20} * 64);
    const auto embeddings = cache.findEmbeddings("model", textsOf(from, 20), 64, rows);
    ASSERT_TRUE(embeddings.ok());
    for (const auto& embedding : *embeddings) ASSERT_TRUE(embedding.found);
    ASSERT_EQ(rows, embeddingsOf(from, 20, 64));
}

TEST(ScoreCacheProcesses, twoProgramsShareOneCacheWhileBothWrite) {
    const TemporaryFolder folder;
    const auto file = folder / "scores.db";
    constexpr std::uint64_t batches = 60;
    // Both also race to create the file.
    ChildProcess first([&file](const Report& report) { return putBatches(file, 1'000'000, batches, report); });
    ChildProcess second([&file](const Report& report) { return putBatches(file, 2'000'000, batches, report); });
    for (ChildProcess* child : {&first, &second}) {
        const ChildOutcome outcome = child->wait();
        EXPECT_EQ(outcome.exitCode, 0);
        ASSERT_EQ(outcome.reports.size(), batches);
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        EXPECT_FALSE(cache->recovered().has_value());
        for (const auto from : outcome.reports) expectBatch(*cache, from);
    }
}

TEST(ScoreCacheProcesses, killingTheWriterLosesNothingThatWasPut) {
    const TemporaryFolder folder;
    const auto file = folder / "scores.db";
    std::mt19937 random(20'241);
    std::vector<std::uint64_t> committed;
    for (std::uint64_t round = 0; round < 25; ++round) {
        const std::chrono::milliseconds lifetime(std::uniform_int_distribution(0, 60)(random));
        const auto outcome =
            ChildProcess([&](const Report& report) { return putBatches(file, round * 1'000'000, 5'000, report); }).killAfter(lifetime);
        ASSERT_TRUE(outcome.killed) << "it ended by itself with " << outcome.exitCode;
        ASSERT_FALSE(outcome.reports.empty());
        committed.push_back(outcome.reports.back());
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        ASSERT_FALSE(cache->recovered().has_value()) << "round " << round;
        for (const auto from : {outcome.reports.front(), outcome.reports.back(), committed.front()}) expectBatch(*cache, from);
    }
    auto database = Database::open(file, OpenMode::ReadWrite);
    EXPECT_EQ(*database->text("PRAGMA integrity_check"), "ok");
}

TEST(ScoreCacheProcesses, aFullDiskFailsThePutAndLeavesTheCacheWhole) {
    const TemporaryFolder folder;
    const auto file = folder / "scores.db";
    const auto outcome = runInChild([&file](const Report& report) {
        // A limit on the size of files makes write() fail as a full disk does.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{2'000'000, 2'000'000};
        auto cache = ScoreCache::open(file);
        if (!cache || setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
        for (std::uint64_t from = 0; from < 1'000'000; from += 2000) {
            const auto put = cache->putScores("model", keysOf(from, 2000), scoresOf(from, 2000));
            if (put.ok()) continue;
            const bool named = put.error().arguments.at(0) == file.string();
            const bool rightCode = put.error().code == ErrorCode::StorageFailed || put.error().code == ErrorCode::FileUnwritable;
            if (!named || !rightCode) return 2;
            report(from);
            // What was there before can still be read.
            return cache->findScores("model", keysOf(0, 1))->front().has_value() ? 0 : 3;
        }
        return 4;
    });
    EXPECT_EQ(outcome.exitCode, 0);
    ASSERT_EQ(outcome.reports.size(), 1U);
    auto cache = ScoreCache::open(file);
    ASSERT_TRUE(cache.ok());
    EXPECT_FALSE(cache->recovered().has_value());
    EXPECT_EQ(cache->statistics()->scores, outcome.reports[0]);
    EXPECT_TRUE(cache->putScores("model", keysOf(0, 10), scoresOf(0, 10)).ok());
}

TEST(ScoreCacheProcesses, runningOutOfMemoryAnywhereIsAnErrorOrAMissNeverAWrongAnswer) {
    const TemporaryFolder folder;
    const auto file = folder / "scores.db";
    {
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache->putScores("model", keysOf(0, 2000), scoresOf(0, 2000)).ok());
    }
    int failed = 0;
    int succeeded = 0;
    // SQLite's allocations are limited to more and more bytes, so that each time another one is the first to fail.
    for (std::uint64_t bytes = 60'000; bytes < 900'000; bytes += bytes / 24) {
        const auto outcome = runInChild([&](const Report&) {
            auto limiter = Database::open(folder / "limit.db", OpenMode::CreateIfMissing);
            if (!limiter || !limiter->execute("PRAGMA hard_heap_limit=" + std::to_string(bytes)).ok()) return 5;
            auto cache = ScoreCache::open(file);
            if (!cache) return 5;
            const auto found = cache->findScores("model", keysOf(0, 2000));
            if (!found.ok()) return 1;
            for (std::uint64_t n = 0; n < 2000; ++n) {
                if ((*found)[n] && !sameScore(*(*found)[n], scoreOf(n))) return 2;
            }
            const bool put = cache->putScores("model", keysOf(bytes, 500), scoresOf(bytes, 500)).ok();
            return put ? 0 : 5;
        });
        ASSERT_FALSE(outcome.killed);
        ASSERT_TRUE(outcome.exitCode == 0 || outcome.exitCode == 5) << outcome.exitCode << " with " << bytes << " bytes";
        (outcome.exitCode == 0 ? succeeded : failed) += 1;
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        ASSERT_FALSE(cache->recovered().has_value()) << "no memory is not damage";
        const auto all = cache->findScores("model", keysOf(bytes, 500));
        const auto kept = std::ranges::count_if(*all, [](const auto& score) { return score.has_value(); });
        ASSERT_TRUE(kept == 500 || (kept == 0 && outcome.exitCode == 5)) << "a batch is there whole or not at all";
    }
    EXPECT_GT(failed, 5);
    EXPECT_GT(succeeded, 0);
}

}  // namespace
}  // namespace labelwright
