#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/storage/database.h"
#include "core/storage/score_cache.h"
#include "tests/core/storage/cache_samples.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using namespace testing;

constexpr std::uint64_t sampleScores = 3000;
constexpr std::uint64_t sampleEmbeddings = 40;
constexpr std::uint32_t size = 96;

class ScoreCacheDamageTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        ASSERT_TRUE(cache->putScores("model", keysOf(0, sampleScores), scoresOf(0, sampleScores)).ok());
        ASSERT_TRUE(cache
                        ->putEmbeddings("model", textsOf(0, sampleEmbeddings), size, embeddingsOf(0, sampleEmbeddings, size),
                                        std::vector<bool>(sampleEmbeddings))
                        .ok());
    }

    /// Opens the cache, looks everything up and puts something; every answer must be right or missing. Returns how many were right.
    std::size_t useAndCheck() {
        auto cache = ScoreCache::open(file);
        EXPECT_TRUE(cache.ok()) << cache.error().detail;
        if (!cache.ok()) return 0;
        std::size_t right = 0;
        const auto scores = cache->findScores("model", keysOf(0, sampleScores));
        EXPECT_TRUE(scores.ok());
        for (std::uint64_t n = 0; n < sampleScores; ++n) {
            if (!(*scores)[n]) continue;
            EXPECT_TRUE(sameScore(*(*scores)[n], scoreOf(n))) << "a wrong answer for " << n;
            ++right;
        }
        std::vector<float> rows(sampleEmbeddings * size);
        const auto embeddings = cache->findEmbeddings("model", textsOf(0, sampleEmbeddings), size, rows);
        EXPECT_TRUE(embeddings.ok());
        for (std::uint64_t n = 0; n < sampleEmbeddings; ++n) {
            if (!(*embeddings)[n].found) continue;
            EXPECT_TRUE(std::ranges::equal(std::span(rows).subspan(n * size, size), embeddingOf(n, size))) << "a wrong embedding for " << n;
            ++right;
        }
        const auto put = cache->putScores("model", keysOf(0, 100), scoresOf(0, 100));
        EXPECT_TRUE(put.ok() || put.error().code == ErrorCode::StorageFailed) << put.error().detail;
        return right;
    }

    void expectRebuilt() {
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok()) << cache.error().detail;
        ASSERT_TRUE(cache->recovered().has_value());
        EXPECT_TRUE(std::filesystem::exists(*cache->recovered()));
        EXPECT_EQ(cache->statistics()->scores, 0U);
        ASSERT_TRUE(cache->putScores("model", keysOf(0, 3), scoresOf(0, 3)).ok());
        EXPECT_TRUE(cache->findScores("model", keysOf(0, 1))->front().has_value());
        EXPECT_FALSE(ScoreCache::open(file)->recovered().has_value()) << "the new file is whole";
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "scores.db";
};

TEST_F(ScoreCacheDamageTest, aFileOfGarbageIsMovedAsideAndKept) {
    const std::string garbage(20'000, '\x5a');
    writeFile(file, garbage);
    {
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        ASSERT_TRUE(cache->recovered().has_value());
        EXPECT_EQ(readFile(*cache->recovered()), garbage);
        EXPECT_NE(cache->recovered()->string().find(".damaged-"), std::string::npos);
    }
    EXPECT_EQ(useAndCheck(), 0U);
}

TEST_F(ScoreCacheDamageTest, aFileOfAnotherProgramIsMovedAside) {
    std::filesystem::remove(file);
    {
        auto database = Database::open(file, OpenMode::CreateIfMissing);
        ASSERT_TRUE(database->execute("CREATE TABLE photos(path TEXT); PRAGMA application_id=77; PRAGMA user_version=1").ok());
    }
    expectRebuilt();
}

TEST_F(ScoreCacheDamageTest, aFileOfAnotherVersionIsMovedAside) {
    for (const char* version : {"0", "2", "99"}) {
        {
            auto database = Database::open(file, OpenMode::ReadWrite);
            ASSERT_TRUE(database->execute(std::string("PRAGMA user_version=") + version).ok());
        }
        expectRebuilt();
    }
}

TEST_F(ScoreCacheDamageTest, aMissingTableIsDamageToo) {
    {
        auto database = Database::open(file, OpenMode::ReadWrite);
        ASSERT_TRUE(database->execute("DROP TABLE embeddings").ok());
    }
    expectRebuilt();
}

TEST_F(ScoreCacheDamageTest, anEmptyFileBecomesACache) {
    writeFile(file, "");
    auto cache = ScoreCache::open(file);
    ASSERT_TRUE(cache.ok());
    EXPECT_FALSE(cache->recovered().has_value());
    EXPECT_TRUE(cache->putScores("model", keysOf(0, 3), scoresOf(0, 3)).ok());
}

TEST_F(ScoreCacheDamageTest, aFileCutAnywhereGivesRightAnswersOrNone) {
    const std::string whole = readFile(file);
    for (std::size_t length = 1; length < whole.size(); length += whole.size() / 40 + 1) {
        writeFile(file, whole.substr(0, length));
        EXPECT_LE(useAndCheck(), sampleScores + sampleEmbeddings) << length;
    }
}

TEST_F(ScoreCacheDamageTest, flippedBytesGiveRightAnswersOrNone) {
    const std::string whole = readFile(file);
    std::size_t least = sampleScores + sampleEmbeddings;
    std::size_t rebuilt = 0;
    // Every byte of the header and of the first page's beginning, then samples of everything.
    for (std::size_t at = 0; at < whole.size(); at += at < 130 ? 3 : 2999) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(~damaged[at]);
        std::filesystem::remove(file.string() + ".rebuild");
        writeFile(file, damaged);
        const std::size_t right = useAndCheck();
        least = std::min(least, right);
        if (right == 0) ++rebuilt;
    }
    EXPECT_LT(least, sampleScores + sampleEmbeddings) << "no damage was noticed at all: this test shows nothing";
    EXPECT_GT(rebuilt, 0U);
}

TEST_F(ScoreCacheDamageTest, damageFoundWhileReadingIsReportedOnceAndRepairedAtTheNextStart) {
    {
        auto cache = ScoreCache::open(file);
        ASSERT_TRUE(cache.ok());
        ASSERT_FALSE(cache->recovered().has_value());
        {
            std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(8192);
            const std::string noise(std::filesystem::file_size(file) - 8192, '\xe7');
            stream << noise;
        }
        for (int repeat = 0; repeat < 3; ++repeat) {
            const auto found = cache->findScores("model", keysOf(0, sampleScores));
            ASSERT_TRUE(found.ok()) << "a damaged cache does not end a run";
            for (const auto& score : *found) EXPECT_FALSE(score.has_value());
        }
        const auto first = cache->putScores("model", keysOf(0, 10), scoresOf(0, 10));
        ASSERT_FALSE(first.ok());
        EXPECT_EQ(first.error().code, ErrorCode::StorageFailed);
        EXPECT_EQ(first.error().arguments[0], file.string());
        EXPECT_TRUE(cache->putScores("model", keysOf(0, 10), scoresOf(0, 10)).ok()) << "said once";
        EXPECT_TRUE(cache->putEmbeddings("model", textsOf(0, 1), size, embeddingsOf(0, 1, size), {false}).ok());
        EXPECT_EQ(*cache->trim(), 0U);
        EXPECT_TRUE(cache->statistics().ok());
        EXPECT_TRUE(cache->clear().ok());
    }
    expectRebuilt();
}

}  // namespace
}  // namespace labelwright
