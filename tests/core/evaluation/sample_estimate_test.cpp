#include "core/evaluation/sample_estimate.h"

#include <gtest/gtest.h>

#include <random>

namespace labelwright {
namespace {

SampleEstimate estimate(std::uint64_t correct, std::uint64_t reviewed, std::optional<std::uint64_t> population = std::nullopt) {
    const auto result = estimateAccuracy(correct, reviewed, population);
    EXPECT_TRUE(result.ok());
    return *result;
}

TEST(SampleEstimate, WithoutAPopulationIsWilsonsInterval) {
    const SampleEstimate found = estimate(81, 263);
    EXPECT_DOUBLE_EQ(found.accuracy, 81.0 / 263);
    EXPECT_EQ(found.interval, wilsonInterval(81, 263));
}

TEST(SampleEstimate, ASmallPopulationMakesItNarrower) {
    EXPECT_LT(estimate(80, 100, 150).interval.width(), estimate(80, 100, 1000).interval.width());
    EXPECT_LT(estimate(80, 100, 1000).interval.width(), estimate(80, 100).interval.width());
    EXPECT_NEAR(estimate(80, 100, 1'000'000'000).interval.width(), estimate(80, 100).interval.width(), 1e-6);
    // n (N - 1) / (N - n) = 100 * 199 / 100 independent draws.
    EXPECT_EQ(estimate(80, 100, 200).interval, wilsonInterval(0.8 * 199, 199));
}

TEST(SampleEstimate, OfEveryRowIsExact) {
    const SampleEstimate found = estimate(30, 40, 40);
    EXPECT_EQ(found.interval, (Interval{0.75, 0.75}));
    EXPECT_EQ(found.rowsToHalve, 0U);
}

TEST(SampleEstimate, BeforeTheFirstReviewSaysNothing) {
    const SampleEstimate found = estimate(0, 0, 1000);
    EXPECT_EQ(found.interval, (Interval{0, 1}));
    EXPECT_GT(found.rowsToHalve, 5U);
    EXPECT_LT(found.rowsToHalve, 20U);
    EXPECT_EQ(estimate(0, 0, 0).interval, (Interval{0, 1}));
}

TEST(SampleEstimate, RowsToHalveAreTheFewestThatHalve) {
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t reviewed = 1 + random() % 500;
        const std::uint64_t correct = random() % (reviewed + 1);
        std::optional<std::uint64_t> population;
        if (i % 2 == 0) population = reviewed + 1 + random() % 5000;
        const SampleEstimate found = estimate(correct, reviewed, population);
        const auto widthWith = [&](std::uint64_t more) {
            const auto rows = static_cast<double>(reviewed + more);
            return sampleInterval(found.accuracy * rows, rows, population).width();
        };
        ASSERT_GT(found.rowsToHalve, 0U);
        EXPECT_LE(widthWith(found.rowsToHalve), found.interval.width() / 2);
        EXPECT_GT(widthWith(found.rowsToHalve - 1), found.interval.width() / 2);
        EXPECT_LE(reviewed + found.rowsToHalve, population.value_or(UINT64_MAX));
    }
}

TEST(SampleEstimate, FourTimesTheRowsHalveAnIntervalOfALargeSample) {
    EXPECT_NEAR(static_cast<double>(estimate(5000, 10000).rowsToHalve), 30000, 20);
}

TEST(SampleEstimate, RefusesCountsThatCannotBe) {
    EXPECT_FALSE(estimateAccuracy(3, 2, std::nullopt));
    const auto tooMany = estimateAccuracy(1, 5, 4);
    ASSERT_FALSE(tooMany);
    EXPECT_EQ(tooMany.error().code, ErrorCode::InvalidArgument);
}

TEST(SampleEstimate, IntervalsHoldTheTruthAsOftenAsTheySay) {
    std::mt19937 random(5);
    constexpr int rounds = 2000;
    int held = 0;
    for (int round = 0; round < rounds; ++round) {
        // 100 of 300 rows of which 240 are right, without replacement.
        std::uint64_t correct = 0;
        unsigned rightLeft = 240;
        for (unsigned left = 300; left > 200; --left) {
            if (random() % left >= rightLeft) continue;
            --rightLeft;
            ++correct;
        }
        const Interval interval = estimate(correct, 100, 300).interval;
        held += interval.low <= 0.8 && 0.8 <= interval.high ? 1 : 0;
    }
    EXPECT_GT(held, 0.93 * rounds);
    EXPECT_LT(held, 0.98 * rounds);
}

}  // namespace
}  // namespace labelwright
