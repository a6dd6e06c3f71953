#include "core/storage/score_cache.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

#include "core/storage/database.h"
#include "tests/core/storage/cache_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

class ScoreCacheTest : public ::testing::Test {
protected:
    ScoreCache open() {
        auto cache = ScoreCache::open(file);
        EXPECT_TRUE(cache.ok()) << cache.error().detail;
        return std::move(*cache);
    }
    TemporaryFolder folder;
    std::filesystem::path file = folder / "cache" / "scores.db";
};

TEST_F(ScoreCacheTest, answersComeInTheOrderOfTheKeysWithGapsForUnknownOnes) {
    ScoreCache cache = open();
    ASSERT_TRUE(cache.putScores("model", keysOf(0, 1000), scoresOf(0, 1000)).ok());
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t n = 0; n < 2000; ++n) numbers.push_back(n);
    std::shuffle(numbers.begin(), numbers.end(), std::mt19937_64(7));
    numbers.push_back(numbers.front());  // a key may stand twice
    std::vector<ScoreKey> keys;
    for (const auto n : numbers) keys.push_back(keyOf(n));

    const auto found = cache.findScores("model", keys);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->size(), keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        ASSERT_EQ((*found)[i].has_value(), numbers[i] < 1000) << numbers[i];
        EXPECT_TRUE(!(*found)[i] || sameScore(*(*found)[i], scoreOf(numbers[i]))) << numbers[i];
    }
}

TEST_F(ScoreCacheTest, scoresOutliveTheProcessThatMadeThem) {
    ASSERT_TRUE(open().putScores("model", keysOf(0, 10), scoresOf(0, 10)).ok());
    const auto found = open().findScores("model", keysOf(0, 10));
    ASSERT_TRUE(found.ok());
    for (std::uint64_t n = 0; n < 10; ++n) EXPECT_TRUE(sameScore((*found)[n].value(), scoreOf(n)));
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal")) << "a closed cache is one file";
}

TEST_F(ScoreCacheTest, scopesDoNotSeeEachOther) {
    ScoreCache cache = open();
    ASSERT_TRUE(cache.putScores("fp32", keysOf(0, 5), scoresOf(0, 5)).ok());
    ASSERT_TRUE(cache.putScores("bf16", keysOf(0, 5), scoresOf(100, 5)).ok());
    EXPECT_TRUE(sameScore(cache.findScores("fp32", keysOf(0, 1))->front().value(), scoreOf(0)));
    EXPECT_TRUE(sameScore(cache.findScores("bf16", keysOf(0, 1))->front().value(), scoreOf(100)));
    EXPECT_FALSE(cache.findScores("fp16", keysOf(0, 1))->front().has_value());
    std::vector<float> row(4);
    ASSERT_TRUE(cache.putEmbeddings("bf16", textsOf(0, 1), 4, embeddingsOf(0, 1, 4), {false}).ok());
    EXPECT_TRUE(cache.findEmbeddings("bf16", textsOf(0, 1), 4, row)->front().found);
    EXPECT_FALSE(cache.findEmbeddings("fp32", textsOf(0, 1), 4, row)->front().found);
}

TEST_F(ScoreCacheTest, theLatestScoreOfAKeyCounts) {
    ScoreCache cache = open();
    ASSERT_TRUE(cache.putScores("model", keysOf(0, 3), scoresOf(0, 3)).ok());
    ASSERT_TRUE(cache.putScores("model", keysOf(0, 3), scoresOf(50, 3)).ok());
    EXPECT_TRUE(sameScore(cache.findScores("model", keysOf(2, 1))->front().value(), scoreOf(52)));
    EXPECT_EQ(cache.statistics()->scores, 3U);
}

TEST_F(ScoreCacheTest, embeddingsFillTheirRowsAndLeaveTheOthersAlone) {
    ScoreCache cache = open();
    constexpr std::uint32_t size = 384;
    const std::vector<bool> truncated = {true, false, true};
    ASSERT_TRUE(cache.putEmbeddings("model", textsOf(0, 3), size, embeddingsOf(0, 3, size), truncated).ok());
    const std::vector<Hash128> texts = {textOf(2), textOf(9), textOf(0), textOf(1)};
    std::vector<float> rows(texts.size() * size, 42.0F);
    const auto found = cache.findEmbeddings("model", texts, size, rows);
    ASSERT_TRUE(found.ok());
    const std::vector<std::uint64_t> numbers = {2, 9, 0, 1};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<float> row(rows.begin() + static_cast<std::ptrdiff_t>(i * size),
                                     rows.begin() + static_cast<std::ptrdiff_t>((i + 1) * size));
        EXPECT_EQ((*found)[i].found, numbers[i] != 9);
        EXPECT_EQ(row, numbers[i] == 9 ? std::vector<float>(size, 42.0F) : embeddingOf(numbers[i], size));
        EXPECT_EQ((*found)[i].truncated, numbers[i] != 9 && truncated[numbers[i]]);
    }
}

TEST_F(ScoreCacheTest, anEmbeddingOfAnotherSizeIsUnknown) {
    ScoreCache cache = open();
    ASSERT_TRUE(cache.putEmbeddings("model", textsOf(0, 1), 8, embeddingsOf(0, 1, 8), {false}).ok());
    std::vector<float> row(4);
    EXPECT_FALSE(cache.findEmbeddings("model", textsOf(0, 1), 4, row)->front().found);
}

TEST_F(ScoreCacheTest, twoTextsThatShareARowNumberAreNotMixedUp) {
    {
        ScoreCache cache = open();
        ASSERT_TRUE(cache.putEmbeddings("model", textsOf(0, 1), 4, embeddingsOf(0, 1, 4), {false}).ok());
    }
    {
        // What a collision of the 64-bit row number would look like: the row is there, the full hash is another text's.
        auto database = Database::open(file, OpenMode::ReadWrite);
        ASSERT_TRUE(database->execute("UPDATE embeddings SET full_hash=randomblob(16)").ok());
    }
    ScoreCache cache = open();
    std::vector<float> row(4);
    EXPECT_FALSE(cache.findEmbeddings("model", textsOf(0, 1), 4, row)->front().found);
}

TEST_F(ScoreCacheTest, statisticsCountEntriesModelsAndBytes) {
    ScoreCache cache = open();
    EXPECT_EQ(cache.statistics()->scores, 0U);
    ASSERT_TRUE(cache.putScores("a", keysOf(0, 20), scoresOf(0, 20)).ok());
    ASSERT_TRUE(cache.putScores("b", keysOf(0, 5), scoresOf(0, 5)).ok());
    ASSERT_TRUE(cache.putEmbeddings("c", textsOf(0, 7), 16, embeddingsOf(0, 7, 16), std::vector<bool>(7)).ok());
    const auto statistics = cache.statistics();
    ASSERT_TRUE(statistics.ok());
    EXPECT_EQ(statistics->scores, 25U);
    EXPECT_EQ(statistics->embeddings, 7U);
    EXPECT_EQ(statistics->scopes, 3U);
    EXPECT_GT(statistics->fileBytes, 8192U);
}

TEST_F(ScoreCacheTest, clearingForgetsEverythingAndGivesTheSpaceBack) {
    ScoreCache cache = open();
    ASSERT_TRUE(cache.putEmbeddings("model", textsOf(0, 2000), 128, embeddingsOf(0, 2000, 128), std::vector<bool>(2000)).ok());
    ASSERT_TRUE(cache.putScores("model", keysOf(0, 2000), scoresOf(0, 2000)).ok());
    const auto before = cache.statistics()->fileBytes;
    ASSERT_TRUE(cache.clear().ok());
    EXPECT_EQ(cache.statistics()->scores + cache.statistics()->embeddings + cache.statistics()->scopes, 0U);
    EXPECT_LT(cache.statistics()->fileBytes, before / 10);
    EXPECT_FALSE(cache.findScores("model", keysOf(0, 1))->front().has_value());
    ASSERT_TRUE(cache.putScores("model", keysOf(0, 1), scoresOf(0, 1)).ok());
    EXPECT_TRUE(cache.findScores("model", keysOf(0, 1))->front().has_value());
}

TEST_F(ScoreCacheTest, buffersOfTheWrongSizeAreRefused) {
    ScoreCache cache = open();
    std::vector<float> small(3);
    EXPECT_FALSE(cache.findEmbeddings("model", textsOf(0, 1), 4, small).ok());
    EXPECT_FALSE(cache.putEmbeddings("model", textsOf(0, 1), 4, small, {false}).ok());
    EXPECT_FALSE(cache.putScores("model", keysOf(0, 2), scoresOf(0, 1)).ok());
}

TEST_F(ScoreCacheTest, nothingToFindOrPutIsNoError) {
    ScoreCache cache = open();
    EXPECT_TRUE(cache.putScores("model", {}, {}).ok());
    EXPECT_TRUE(cache.findScores("model", {})->empty());
    EXPECT_TRUE(cache.putEmbeddings("model", {}, 4, {}, {}).ok());
    EXPECT_EQ(*cache.trim(), 0U);
}

TEST_F(ScoreCacheTest, oneThreadReadsWhileAnotherWrites) {
    ScoreCache cache = open();
    constexpr std::uint64_t batch = 500;
    std::jthread writer([&cache] {
        for (std::uint64_t first = 0; first < 20 * batch; first += batch) {
            ASSERT_TRUE(cache.putScores("model", keysOf(first, batch), scoresOf(first, batch)).ok());
        }
    });
    std::size_t known = 0;
    while (known < 20 * batch) {
        const auto found = cache.findScores("model", keysOf(0, 20 * batch));
        ASSERT_TRUE(found.ok());
        const auto now = static_cast<std::size_t>(std::ranges::count_if(*found, [](const auto& score) { return score.has_value(); }));
        ASSERT_GE(now, known);
        ASSERT_EQ(now % batch, 0U) << "a batch is seen whole or not at all";
        known = now;
        for (std::uint64_t n = 0; n < known; ++n) ASSERT_TRUE(sameScore((*found)[n].value(), scoreOf(n)));
    }
}

TEST_F(ScoreCacheTest, aFolderThatCannotBeMadeIsNamed) {
    writeFile(folder / "plain", "a file, not a folder");
    const auto cache = ScoreCache::open(folder / "plain" / "scores.db");
    ASSERT_FALSE(cache.ok());
    EXPECT_EQ(cache.error().code, ErrorCode::FileUnwritable);
    EXPECT_EQ(cache.error().arguments[0], (folder / "plain" / "scores.db").string());
}

}  // namespace
}  // namespace labelwright
