#include "core/domain/selection.h"

#include <gtest/gtest.h>

#include <numeric>

namespace labelwright {
namespace {

ScoreReading entailment() {
    ScoreReading reading;
    reading.rule = ScoreRule::Entailment;
    return reading;
}

ScoreReading cosine(float temperature) {
    ScoreReading reading;
    reading.rule = ScoreRule::Cosine;
    reading.temperature = temperature;
    return reading;
}

std::vector<float> probabilitiesOf(const std::vector<PairLogits>& logits, const ScoreReading& reading, const Selection& selection) {
    std::vector<float> out(logits.size());
    probabilities(logits, reading, selection, out);
    return out;
}

Selection multi(float threshold) { return {SelectionMode::EveryAboveThreshold, threshold, 0, {}}; }

TEST(Probabilities, OfANliModelAreASoftmaxOfEntailmentOverLabels) {
    const auto p = probabilitiesOf({{1, 5, 0}, {2, -5, 0}, {3, 0, 0}}, entailment(), {});
    EXPECT_NEAR(p[0], 0.09003057, 1e-6);
    EXPECT_NEAR(p[1], 0.24472847, 1e-6);
    EXPECT_NEAR(p[2], 0.66524096, 1e-6);
}

TEST(Probabilities, OfANliModelWithEachLabelAloneIgnoreNeutral) {
    const auto p = probabilitiesOf({{1, 3, 100}, {2, 2, -100}}, entailment(), multi(0.5F));
    EXPECT_NEAR(p[0], 1 / (1 + std::exp(2.0)), 1e-6);
    EXPECT_NEAR(p[1], 0.5, 1e-6);
}

std::vector<float> mergedProbabilities(const std::vector<PairLogits>& logits, const std::vector<std::uint32_t>& labelOf, std::size_t labels,
                                       const ScoreReading& reading, const Selection& selection) {
    std::vector<float> out(labels);
    probabilities(logits, labelOf, reading, selection, out);
    return out;
}

TEST(Probabilities, OfMergedLabelsAddUpAndEqualTheSoftmaxOfTheirLogSumExp) {
    const std::vector<PairLogits> logits{{1, 0}, {2, 0}, {-1, 0}, {0.5F, 0}};
    const auto merged = mergedProbabilities(logits, {0, 1, 1, 2}, 3, entailment(), {});
    const PairLogits both{std::log(std::exp(2.0F) + std::exp(-1.0F)), 0};
    const auto reference = probabilitiesOf({{1, 0}, both, {0.5F, 0}}, entailment(), {});
    const auto apart = probabilitiesOf(logits, entailment(), {});
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(merged[k], reference[k], 1e-6);
    EXPECT_NEAR(merged[1], apart[1] + apart[2], 1e-6);
    EXPECT_NEAR(std::accumulate(merged.begin(), merged.end(), 0.0), 1.0, 1e-6);
}

TEST(Probabilities, OfMergedLabelsEachAloneAreThoseOfTheStrongest) {
    const std::vector<PairLogits> logits{{1, 0}, {2, 1}, {3, -1}};
    const auto merged = mergedProbabilities(logits, {0, 1, 1}, 2, entailment(), multi(0.5F));
    EXPECT_NEAR(merged[1], 1 / (1 + std::exp(-4.0)), 1e-6);
    const auto cosines = mergedProbabilities({{0.5F}, {0.2F}, {0.4F}}, {0, 1, 1}, 2, cosine(0.1F), multi(0.5F));
    EXPECT_NEAR(cosines[0], 1 / (1 + std::exp((0.3 - 0.5) / 0.1)), 1e-5) << "against the mean of the other label's sentences";
    EXPECT_NEAR(cosines[1], 1 / (1 + std::exp((0.5 - 0.4) / 0.1)), 1e-5) << "members are not compared with one another";
}

TEST(Probabilities, OfASingleLabelWithOthersMergedIntoItUseTheRuleOfEachLabelAlone) {
    EXPECT_NEAR(mergedProbabilities({{2, 1, 0}, {3, 0, 0}}, {0, 0}, 1, entailment(), {})[0], 1 / (1 + std::exp(-3.0)), 1e-6);
    EXPECT_NEAR(mergedProbabilities({{0.3F}, {0.6F}}, {0, 0}, 1, cosine(0.05F), {})[0], 0.6, 1e-6);
}

TEST(Probabilities, OfAMergedLabelLeaveOutWhatIsNotScored) {
    const auto p = mergedProbabilities({{1, 0}, {}, {2, 0}, {}}, {0, 0, 1, 2}, 3, entailment(), {});
    EXPECT_NEAR(p[0] + p[1], 1.0, 1e-6);
    EXPECT_TRUE(std::isnan(p[2]));
}

TEST(Probabilities, OfOneLabelUseTheRuleOfEachLabelAlone) {
    EXPECT_NEAR(probabilitiesOf({{2, 1, 0}}, entailment(), {})[0], 1 / (1 + std::exp(-1.0)), 1e-6);
    EXPECT_NEAR(probabilitiesOf({{0.3F}}, cosine(0.05F), {})[0], 0.3, 1e-6);
    EXPECT_EQ(probabilitiesOf({{-0.2F}}, cosine(0.05F), {})[0], 0.0F);
}

TEST(Probabilities, SurviveLogitsThatOverflowAPlainExponential) {
    const auto p = probabilitiesOf({{1000}, {999}}, entailment(), {});
    EXPECT_NEAR(p[0], 0.7310586, 1e-6);
    EXPECT_NEAR(p[0] + p[1], 1, 1e-6);
}

TEST(Probabilities, OfABiEncoderAreATemperatureSoftmaxOfCosines) {
    const auto p = probabilitiesOf({{0.5F}, {0.4F}}, cosine(0.1F), {});
    EXPECT_NEAR(p[0], 0.7310586, 1e-5);
    Selection warmer;
    warmer.temperature = 1.0F;
    EXPECT_NEAR(probabilitiesOf({{0.5F}, {0.4F}}, cosine(0.1F), warmer)[0], 0.5249792, 1e-5);
}

TEST(Probabilities, OfTwoCosinesAreTheSameInBothModes) {
    const std::vector<PairLogits> logits{{0.5F}, {0.4F}};
    const auto single = probabilitiesOf(logits, cosine(0.1F), {});
    const auto alone = probabilitiesOf(logits, cosine(0.1F), multi(0.5F));
    EXPECT_NEAR(single[0], alone[0], 1e-6);
    EXPECT_NEAR(single[1], alone[1], 1e-6);
}

TEST(Probabilities, OfLabelsWithoutAScoreAreNotNumbersAndLeaveTheOthersAlone) {
    const auto p = probabilitiesOf({{1}, {}, {3}}, entailment(), {});
    EXPECT_TRUE(std::isnan(p[1]));
    EXPECT_NEAR(p[0] + p[2], 1, 1e-6);
}

TEST(Decision, TakesTheMostProbableLabelAndKeepsLabelOrderOnTies) {
    const std::vector<float> p{0.2F, 0.4F, 0.4F};
    const Decision decision = decide(p, {});
    EXPECT_EQ(decision.best, 1U);
    EXPECT_EQ(decision.labels, std::vector<std::uint32_t>{1});
    EXPECT_FLOAT_EQ(decision.confidence, 0.4F);
    EXPECT_FLOAT_EQ(decision.margin, 0.0F);
}

TEST(Decision, AbstainsBelowTheLimitButRemembersTheBest) {
    Selection careful;
    careful.abstain = 0.5F;
    const Decision decision = decide(std::vector<float>{0.2F, 0.45F, 0.35F}, careful);
    EXPECT_TRUE(decision.abstained);
    EXPECT_TRUE(decision.labels.empty());
    EXPECT_EQ(decision.best, 1U);
    EXPECT_NEAR(decision.margin, 0.1, 1e-6);
}

TEST(Decision, GivesEveryLabelFromTheThresholdOnInOrderOfProbability) {
    const Decision decision = decide(std::vector<float>{0.6F, 0.2F, 0.9F, 0.6F}, multi(0.6F));
    EXPECT_EQ(decision.labels, (std::vector<std::uint32_t>{2, 0, 3}));
    EXPECT_TRUE(decide(std::vector<float>{0.1F, 0.2F}, multi(0.6F)).abstained);
}

TEST(Decision, OfAnUnscoredTextIsNone) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const Decision decision = decide(std::vector<float>{nan, nan}, {});
    EXPECT_EQ(decision.best, Decision::none);
    EXPECT_FALSE(decision.abstained);
}

}  // namespace
}  // namespace labelwright
