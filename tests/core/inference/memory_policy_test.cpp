#include "core/inference/memory_policy.h"

#include <gtest/gtest.h>

namespace labelwright {
namespace {

ClassifierTraits traitsOn(const char* device, std::uint64_t bytesPerToken) {
    ClassifierTraits traits;
    traits.device = device;
    traits.bytesPerToken = bytesPerToken;
    return traits;
}

TEST(MemoryPolicy, TakesLessWhenMemoryIsShort) {
    const MemoryPolicy plenty(traitsOn("cuda:0", 1000), std::uint64_t{8} << 30U);
    const MemoryPolicy little(traitsOn("cuda:0", 1000), 1'000'000);
    EXPECT_GT(plenty.budget().maxTokens, little.budget().maxTokens);
    EXPECT_LE(little.budget().maxTokens * 1000, 1'000'000U);
}

TEST(MemoryPolicy, GivesACardMoreTokensOfASmallerModel) {
    const auto tokensOf = [](double flopsPerToken) {
        ClassifierTraits traits = traitsOn("cuda:0", 0);
        traits.flopsPerToken = flopsPerToken;
        return MemoryPolicy(traits, 0).budget().maxTokens;
    };
    EXPECT_EQ(tokensOf(600e6), 16384U) << "BERT-large";
    EXPECT_GT(tokensOf(85e6), 16384U);
    EXPECT_EQ(tokensOf(5e6), 65536U) << "three small layers";
}

TEST(MemoryPolicy, MixesLengthsWhereTheModelDoes) {
    ClassifierTraits traits = traitsOn("cuda:0", 0);
    EXPECT_FALSE(MemoryPolicy(traits, 0).budget().mixedLengths);
    traits.mixesLengths = true;
    MemoryPolicy policy(traits, 0);
    policy.backOff(1000, 10);
    EXPECT_TRUE(policy.budget().mixedLengths);
}

TEST(MemoryPolicy, HalvesAfterAFailureAndGivesUpAtOneItem) {
    MemoryPolicy policy(traitsOn("cpu", 0), 0);
    const std::uint64_t before = policy.budget().maxTokens;
    EXPECT_TRUE(policy.backOff(before, 64));
    EXPECT_EQ(policy.budget().maxTokens, before / 2);
    EXPECT_EQ(policy.budget().maxItems, 32U);
    EXPECT_FALSE(policy.backOff(10, 1));
    EXPECT_EQ(policy.backOffCount(), 1U);
}

TEST(MemoryPolicy, ClimbsBackSlowlyToWhereItBegan) {
    MemoryPolicy policy(traitsOn("cpu", 0), 0);
    const BatchBudget start = policy.budget();
    ASSERT_TRUE(policy.backOff(start.maxTokens, start.maxItems));
    policy.succeeded();
    EXPECT_LT(policy.budget().maxTokens, start.maxTokens) << "one success proves little";
    for (int i = 0; i < 1000; ++i) policy.succeeded();
    EXPECT_EQ(policy.budget().maxTokens, start.maxTokens);
    EXPECT_EQ(policy.budget().maxItems, start.maxItems);
}

}  // namespace
}  // namespace labelwright
