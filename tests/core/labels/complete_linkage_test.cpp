#include "core/labels/suggestions/complete_linkage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace labelwright {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

TEST(CompleteLinkage, AChainIsNoGroup) {
    EXPECT_EQ(completeLinkage(3, {{0, 1, 0.9F}, {1, 2, 0.8F}}), (Groups{{0, 1}}));
    EXPECT_EQ(completeLinkage(3, {{0, 1, 0.9F}, {1, 2, 0.8F}, {2, 0, 0.6F}}), (Groups{{0, 1, 2}}));
    EXPECT_EQ(completeLinkage(4, {}), Groups{});
}

TEST(CompleteLinkage, TheLikestPairsComeTogetherFirst) {
    EXPECT_EQ(completeLinkage(4, {{0, 1, 0.6F}, {1, 2, 0.9F}, {2, 3, 0.7F}}), (Groups{{1, 2}}));
    EXPECT_EQ(completeLinkage(4, {{0, 1, 0.8F}, {1, 2, 0.7F}, {2, 3, 0.8F}}), (Groups{{0, 1}, {2, 3}}));
}

TEST(CompleteLinkage, EveryTwoOfAGroupAreAPairWhateverTheOrderOfThePairs) {
    std::mt19937 random(7);
    std::vector<LikePair> pairs;
    for (std::uint32_t j = 1; j < 40; ++j)
        for (std::uint32_t i = 0; i < j; ++i)
            if (random() % 2 == 0) pairs.push_back({i, j, static_cast<float>(random() % 16)});
    const Groups groups = completeLinkage(40, pairs);
    ASSERT_FALSE(groups.empty());
    for (const auto& group : groups) {
        for (std::size_t j = 1; j < group.size(); ++j) {
            for (std::size_t i = 0; i < j; ++i)
                EXPECT_TRUE(std::any_of(pairs.begin(), pairs.end(),
                                        [&](const LikePair& pair) { return pair.left == group[i] && pair.right == group[j]; }));
        }
    }
    std::shuffle(pairs.begin(), pairs.end(), random);
    EXPECT_EQ(completeLinkage(40, pairs), groups);
}

}  // namespace
}  // namespace labelwright
