#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/clock.h"
#include "core/storage/database.h"
#include "core/storage/score_cache.h"
#include "tests/core/storage/cache_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

class ScoreCacheTrimTest : public ::testing::Test {
protected:
    ScoreCache open(ScoreCacheOptions options = {}) {
        auto cache = ScoreCache::open(file, options);
        EXPECT_TRUE(cache.ok()) << cache.error().detail;
        return std::move(*cache);
    }
    /// Moves everything in the file into the past, as if the clock had gone on.
    void age(std::int64_t days, const std::string& where = "1") {
        auto database = Database::open(file, OpenMode::ReadWrite);
        const std::string by = std::to_string(days);
        ASSERT_TRUE(database->execute("UPDATE scores SET used_day=used_day-" + by + " WHERE " + where).ok());
        ASSERT_TRUE(database->execute("UPDATE embeddings SET used_day=used_day-" + by + " WHERE " + where).ok());
        ASSERT_TRUE(database->execute("UPDATE marks SET value=value-" + by).ok());
    }
    std::int64_t oldestAge(const std::string& table) {
        auto database = Database::open(file, OpenMode::ReadOnly);
        return unixSeconds() / 86400 - *database->integer("SELECT min(used_day) FROM " + table);
    }
    void fill(ScoreCache& cache, std::uint64_t first, std::uint64_t count, const std::string& scope = "model") {
        ASSERT_TRUE(cache.putScores(scope, keysOf(first, count), scoresOf(first, count)).ok());
        ASSERT_TRUE(cache.putEmbeddings(scope, textsOf(first, count), 64, embeddingsOf(first, count, 64), std::vector<bool>(count)).ok());
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "scores.db";
};

TEST_F(ScoreCacheTrimTest, whatWasNotUsedForLongerThanAllowedGoes) {
    {
        ScoreCache cache = open();
        fill(cache, 0, 300, "old model");
    }
    age(31);
    ScoreCache cache = open({.daysToLive = 30});
    fill(cache, 300, 200);
    EXPECT_EQ(*cache.trim(), 600U);
    EXPECT_EQ(cache.statistics()->scores, 200U);
    EXPECT_EQ(cache.statistics()->embeddings, 200U);
    EXPECT_EQ(cache.statistics()->scopes, 1U);
    EXPECT_EQ(*cache.trim(), 0U);
}

TEST_F(ScoreCacheTrimTest, whatWasUsedOnTheLastAllowedDayStays) {
    {
        ScoreCache cache = open();
        fill(cache, 0, 10);
    }
    age(30);
    EXPECT_EQ(*open({.daysToLive = 30}).trim(), 0U);
    age(1);
    EXPECT_EQ(*open({.daysToLive = 30}).trim(), 20U);
}

TEST_F(ScoreCacheTrimTest, tablesOfManySlicesAreTrimmedCompletely) {
    {
        ScoreCache cache = open();
        ASSERT_TRUE(cache.putScores("model", keysOf(0, 120'000), scoresOf(0, 120'000)).ok());
    }
    age(40, "used_day IS NOT NULL AND random() % 2 = 0");
    auto database = Database::open(file, OpenMode::ReadOnly);
    const auto old = *database->integer("SELECT count(*) FROM scores WHERE used_day < (SELECT max(used_day) FROM scores)");
    ScoreCache cache = open({.daysToLive = 30});
    EXPECT_EQ(*cache.trim(), static_cast<std::uint64_t>(old));
    EXPECT_EQ(cache.statistics()->scores, 120'000U - static_cast<std::uint64_t>(old));
}

TEST_F(ScoreCacheTrimTest, findingARowKeepsItAlive) {
    {
        ScoreCache cache = open();
        fill(cache, 0, 100);
    }
    age(25);
    {
        ScoreCache cache = open({.daysToLive = 30});
        std::vector<float> row(64);
        EXPECT_TRUE(cache.findScores("model", keysOf(7, 1))->front().has_value());
        EXPECT_TRUE(cache.findEmbeddings("model", textsOf(8, 1), 64, row)->front().found);
    }
    age(10);
    ScoreCache cache = open({.daysToLive = 30});
    EXPECT_EQ(*cache.trim(), 198U);
    std::vector<float> row(64);
    EXPECT_TRUE(cache.findScores("model", keysOf(7, 1))->front().has_value());
    EXPECT_TRUE(cache.findEmbeddings("model", textsOf(8, 1), 64, row)->front().found);
}

TEST_F(ScoreCacheTrimTest, findingRowsThatWereMarkedLatelyWritesNothing) {
    {
        ScoreCache cache = open();
        fill(cache, 0, 100);
    }
    age(3);
    {
        ScoreCache cache = open({.daysToLive = 30});
        EXPECT_TRUE(cache.findScores("model", keysOf(0, 100)).ok());
    }
    EXPECT_EQ(oldestAge("scores"), 3);
}

TEST_F(ScoreCacheTrimTest, aboveTheSizeLimitTheOldestGoFirst) {
    {
        ScoreCache cache = open();
        fill(cache, 0, 4000, "old");
    }
    age(10);
    {
        ScoreCache cache = open();
        fill(cache, 4000, 4000, "new");
    }
    constexpr std::uint64_t limit = 2'200'000;
    ScoreCache cache = open({.daysToLive = 30, .maxBytes = limit});
    ASSERT_GT(cache.statistics()->fileBytes, limit);
    EXPECT_GT(*cache.trim(), 0U);
    EXPECT_LE(cache.statistics()->fileBytes, limit);
    const auto recent = cache.findScores("new", keysOf(4000, 4000));
    EXPECT_EQ(std::ranges::count_if(*recent, [](const auto& score) { return score.has_value(); }), 4000) << "the newer ones all stay";
    EXPECT_LT(cache.statistics()->embeddings, 8000U);
    EXPECT_EQ(*cache.trim(), 0U);
}

TEST_F(ScoreCacheTrimTest, aLimitOfNothingEmptiesTheCache) {
    ScoreCache cache = open({.daysToLive = 30, .maxBytes = 0});
    fill(cache, 0, 100);
    EXPECT_EQ(*cache.trim(), 200U);
    EXPECT_EQ(cache.statistics()->scores, 0U);
}

}  // namespace
}  // namespace labelwright
