#include "core/evaluation/temperature_fit.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "core/domain/label_reader.h"
#include "core/evaluation/probability_scores.h"
#include "tests/support/test_paths.h"

namespace labelwright {
namespace {

using Json = nlohmann::json;

LabelSet labelSet(std::size_t count) {
    LabelSet set;
    for (std::size_t k = 0; k < count; ++k) {
        Label label;
        label.id = label.name = "label " + std::to_string(k);
        set.labels.push_back(label);
    }
    return set;
}

ScoreReading readingOf(ScoreRule rule, float temperature) {
    ScoreReading reading;
    reading.rule = rule;
    reading.temperature = temperature;
    return reading;
}

ScoreTable tableOf(const std::vector<std::vector<float>>& logits, const LabelSet& labels, const ScoreReading& reading) {
    ScoreTable table(logits.size());
    const std::uint8_t index = table.addReading(reading);
    const auto hypotheses = hypothesisHashes(labels);
    for (std::size_t row = 0; row < logits.size(); ++row) {
        table.setReading(row, index);
        for (std::size_t k = 0; k < logits[row].size(); ++k) table.set(row, hypotheses[k], {logits[row][k], 0, {}});
    }
    return table;
}

LabelLists goldOf(const std::vector<std::uint32_t>& gold) { return labelLists(gold); }

double logLossAt(const ScoreTable& table, const LabelSet& labels, const LabelLists& gold, Selection selection, float temperature) {
    selection.temperature = temperature;
    ProbabilityScores scores;
    LabelReader reader(labels, table);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        reader.read(table, row);
        const auto probabilities = reader.probabilities(table, selection);
        if (selection.mode == SelectionMode::SingleBest) scores.add(probabilities, gold[row].front());
        else scores.add(probabilities, gold[row]);
    }
    return scores.logLoss();
}

class ReferenceTemperature : public ::testing::TestWithParam<std::size_t> {};

TEST_P(ReferenceTemperature, IsFoundFromTheStoredLogits) {
    static const Json all = Json::parse(testing::readFile(testing::fixtures() / "evaluation/scikit_learn.json"));
    const Json& reference = all.at("temperature")[GetParam()];
    const LabelSet labels = labelSet(5);
    const ScoreReading reading = reference.at("cosine") ? readingOf(ScoreRule::Cosine, 0.05F) : readingOf(ScoreRule::Entailment, 1);
    const ScoreTable table = tableOf(reference.at("logits"), labels, reading);
    const LabelLists gold = goldOf(reference.at("gold"));
    const auto fit = fitTemperature(table, labels, {}, gold);
    ASSERT_TRUE(fit) << fit.error().detail;
    EXPECT_EQ(fit->before, reference.at("cosine") ? 0.05F : 1.0F);
    EXPECT_NEAR(fit->temperature / reference.at("temperature").get<double>(), 1, 2e-3);
    EXPECT_NEAR(fit->logLoss, reference.at("logLoss"), 1e-6) << "single precision, at a minimum";
    EXPECT_EQ(fit->rows, 80U);
    EXPECT_FALSE(fit->atBound);
    // The same as what a reader with this temperature shows.
    EXPECT_EQ(fit->logLoss, logLossAt(table, labels, gold, {}, fit->temperature));
    EXPECT_EQ(fit->logLossBefore, logLossAt(table, labels, gold, {}, fit->before));
}

INSTANTIATE_TEST_SUITE_P(SciPy, ReferenceTemperature, ::testing::Range<std::size_t>(0, 4));

/// Logits that are `sharpness` times too sure: gold is drawn from the softmax of logits / sharpness.
struct Overconfident {
    explicit Overconfident(float sharpness, std::size_t rows = 2000) : logits(rows, std::vector<float>(3)) {
        std::mt19937 random(11);
        std::normal_distribution<float> normal(0, 2);
        for (auto& row : logits) {
            for (float& logit : row) logit = normal(random);
            std::vector<double> weights;
            for (const float logit : row) weights.push_back(std::exp(logit));
            gold.push_back(std::discrete_distribution<std::uint32_t>(weights.begin(), weights.end())(random));
            for (float& logit : row) logit *= sharpness;
        }
    }
    std::vector<std::vector<float>> logits;
    std::vector<std::uint32_t> gold;
    LabelSet labels = labelSet(3);
};

TEST(TemperatureFit, UndoesTooMuchConfidence) {
    const Overconfident data(4);
    const ScoreTable table = tableOf(data.logits, data.labels, readingOf(ScoreRule::Entailment, 1));
    const auto fit = fitTemperature(table, data.labels, {}, goldOf(data.gold));
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->temperature, 4, 0.3);
    EXPECT_LT(fit->expectedError, 0.03);
    EXPECT_GT(fit->expectedErrorBefore, 0.1);
    EXPECT_LT(fit->logLoss, fit->logLossBefore);
}

TEST(TemperatureFit, BeginsFromTheSelectionsTemperatureAndFindsTheSame) {
    const Overconfident data(4);
    const ScoreTable table = tableOf(data.logits, data.labels, readingOf(ScoreRule::Entailment, 1));
    Selection selection;
    selection.temperature = 9.0F;
    const auto fit = fitTemperature(table, data.labels, selection, goldOf(data.gold));
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->before, 9);
    EXPECT_NEAR(fit->temperature, fitTemperature(table, data.labels, {}, goldOf(data.gold))->temperature, 0.02);
}

TEST(TemperatureFit, FitsLabelsJudgedAloneToo) {
    const Overconfident data(4);
    const ScoreTable table = tableOf(data.logits, data.labels, readingOf(ScoreRule::Entailment, 1));
    Selection selection;
    selection.mode = SelectionMode::EveryAboveThreshold;
    const LabelLists gold = goldOf(data.gold);
    const auto fit = fitTemperature(table, data.labels, selection, gold);
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->logLoss, logLossAt(table, data.labels, gold, selection, fit->temperature));
    for (const float factor : {0.8F, 0.95F, 1.05F, 1.25F})
        EXPECT_LT(fit->logLoss, logLossAt(table, data.labels, gold, selection, fit->temperature * factor)) << factor;
}

TEST(TemperatureFit, CountsMergedLabelsAsTheirSum) {
    Overconfident data(2);
    const ScoreTable table = tableOf(data.logits, data.labels, readingOf(ScoreRule::Entailment, 1));
    LabelSet merged = data.labels;
    merged.labels[0].merged = {merged.labels[1]};
    merged.labels.erase(merged.labels.begin() + 1);
    for (std::uint32_t& gold : data.gold) gold = gold == 2 ? 1 : 0;
    const LabelLists gold = goldOf(data.gold);
    const auto fit = fitTemperature(table, merged, {}, gold);
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->logLoss, logLossAt(table, merged, gold, {}, fit->temperature));
    EXPECT_NEAR(fit->temperature, 2, 0.2);
}

TEST(TemperatureFit, SaysWhereTheDataSayNothing) {
    const LabelSet labels = labelSet(2);
    const ScoreTable table = tableOf({{3, 1}, {1, 2}}, labels, readingOf(ScoreRule::Entailment, 1));
    const auto separated = fitTemperature(table, labels, {}, goldOf({0, 1}));
    ASSERT_TRUE(separated);
    EXPECT_LE(separated->logLoss, separated->logLossBefore);
    const auto wrong = fitTemperature(table, labels, {}, goldOf({1, 0}));
    ASSERT_TRUE(wrong);
    EXPECT_TRUE(wrong->atBound);
    EXPECT_GT(wrong->temperature, 60);
}

TEST(TemperatureFit, OfASingleLabelThatTemperatureDoesNotMoveKeepsIt) {
    const LabelSet labels = labelSet(1);
    const ScoreTable table = tableOf({{0.4F}, {0.6F}}, labels, readingOf(ScoreRule::Cosine, 0.05F));
    const auto fit = fitTemperature(table, labels, {}, goldOf({0, 0}));
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->temperature, 0.05F);
    EXPECT_EQ(fit->logLoss, fit->logLossBefore);
}

TEST(TemperatureFit, NeedsRowsWithGoldAndScores) {
    const LabelSet labels = labelSet(2);
    const ScoreTable table = tableOf({{3, 1}, {1}}, labels, readingOf(ScoreRule::Entailment, 1));
    const auto none = fitTemperature(table, labels, {}, goldOf({missingAnswer, 0}));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(fitTemperature(table, labels, {}, goldOf({0}))) << "another number of rows";
    EXPECT_EQ(fitTemperature(table, labels, {}, goldOf({0, 0}))->rows, 1U) << "the second row is not scored for every label";
}

TEST(TemperatureFit, CanBeStopped) {
    const LabelSet labels = labelSet(2);
    std::stop_source stop;
    stop.request_stop();
    const auto fit =
        fitTemperature(tableOf({{3, 1}}, labels, readingOf(ScoreRule::Entailment, 1)), labels, {}, goldOf({0}), stop.get_token());
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, ErrorCode::Cancelled);
}

TEST(TemperatureFit, ReadsAnEvenSampleOfManyRows) {
    const Overconfident data(3, mostFittedRows + 1234);
    const ScoreTable table = tableOf(data.logits, data.labels, readingOf(ScoreRule::Entailment, 1));
    const auto fit = fitTemperature(table, data.labels, {}, goldOf(data.gold));
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->rows, mostFittedRows);
    EXPECT_NEAR(fit->temperature, 3, 0.1);
}

}  // namespace
}  // namespace labelwright
