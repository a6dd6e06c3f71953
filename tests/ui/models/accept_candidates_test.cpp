#include "ui/models/accept_candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "tests/ui/models/random_rows.h"

namespace labelwright::ui {
namespace {

std::vector<std::uint32_t> everyRow(const RandomRows& rows) {
    std::vector<std::uint32_t> all(rows.facts.dataset->size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

TEST(AcceptCandidates, AreExactlyTheSuggestionsThatWaitForADecision) {
    const RandomRows rows(3, 3000, 4);
    const DecisionTable& decisions = *rows.facts.decisions;
    const ReviewTable& reviews = rows.facts.reviews;
    for (const float least : {0.0F, 0.3F, 0.5F, 0.9F}) {
        const AcceptCandidates found = acceptCandidates(decisions, reviews, everyRow(rows), std::uint16_t{1});
        std::set<std::uint32_t> expected;
        for (const std::uint32_t row : everyRow(rows)) {
            if (decisions.best[row] == 1 && decisions.confidence[row] >= least && !reviews.decided(row) && !reviews.deferred(row))
                expected.insert(row);
        }
        std::set<std::uint32_t> counted;
        for (std::size_t i = 0; i < found.countFrom(least); ++i) counted.insert(found.sorted[i].row);
        EXPECT_EQ(counted, expected) << least;
    }
}

TEST(AcceptCandidates, ASampleIsOfThoseCountedEachOnceAndEachAsLikely) {
    const RandomRows rows(4, 2000, 3);
    const AcceptCandidates found = acceptCandidates(*rows.facts.decisions, rows.facts.reviews, everyRow(rows), std::nullopt);
    const std::size_t count = 100;
    ASSERT_GT(found.sorted.size(), count);
    std::vector<int> drawn(rows.facts.dataset->size());
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        const auto sample = found.sample(count, 20, seed);
        ASSERT_EQ(std::set<std::uint32_t>(sample.begin(), sample.end()).size(), 20U);
        for (const std::uint32_t row : sample) ++drawn[row];
    }
    // 1000 draws with probability 1/5: 200, standard deviation 12.6.
    for (std::size_t i = 0; i < count; ++i) EXPECT_NEAR(drawn[found.sorted[i].row], 200, 76);
    EXPECT_EQ(std::accumulate(drawn.begin(), drawn.end(), 0), 20'000);
    EXPECT_EQ(found.sample(5, 20, 1).size(), 5U);
    EXPECT_TRUE(found.sample(0, 20, 1).empty());
}

}  // namespace
}  // namespace labelwright::ui
