#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/evaluation/classification_report.h"
#include "core/evaluation/confusion_matrix.h"
#include "core/evaluation/coverage_curve.h"
#include "core/evaluation/multi_label_report.h"
#include "core/evaluation/probability_scores.h"
#include "core/evaluation/reliability.h"
#include "core/evaluation/run_comparison.h"
#include "tests/support/test_paths.h"

// The figures are those that scikit-learn and SciPy gave for the same data: tests/fixtures/evaluation.
namespace labelwright {
namespace {

using Json = nlohmann::json;
constexpr double tolerance = 1e-9;
constexpr std::size_t singleCases = 12;
constexpr std::size_t multiCases = 8;

const Json& fixture() {
    static const Json all = Json::parse(testing::readFile(testing::fixtures() / "evaluation/scikit_learn.json"));
    return all;
}

LabelColumn columnOf(const Json& answers) {
    LabelColumn column;
    for (const int answer : answers) {
        column.push_back(answer == -1 ? noLabel : answer == -2 ? missingAnswer : static_cast<std::uint32_t>(answer));
    }
    return column;
}

LabelLists listsOf(const Json& answers) {
    LabelLists lists;
    for (const Json& answer : answers) lists.add(answer.get<std::vector<std::uint32_t>>());
    return lists;
}

void expectFigures(const Figures& found, const Json& expected, const std::string& what) {
    EXPECT_NEAR(found.precision, expected[0], tolerance) << what;
    EXPECT_NEAR(found.recall, expected[1], tolerance) << what;
    EXPECT_NEAR(found.f1, expected[2], tolerance) << what;
    EXPECT_NEAR(found.jaccard, expected[3], tolerance) << what;
}

void expectTable(const LabelFigureTable& occurring, const LabelFigureTable& all, const Json& expected) {
    ASSERT_EQ(occurring.labels.size(), expected.at("labels").size());
    for (std::size_t k = 0; k < occurring.labels.size(); ++k)
        expectFigures(occurring.labels[k].figures, expected.at("labels")[k], "label " + std::to_string(k));
    expectFigures(occurring.micro, expected.at("micro"), "micro");
    expectFigures(occurring.macro, expected.at("macroOccurring"), "macro over those that occur");
    expectFigures(all.macro, expected.at("macroAll"), "macro over all");
    expectFigures(occurring.weighted, expected.at("weighted"), "weighted");
}

void expectInterval(const Interval& found, const Json& expected) {
    EXPECT_NEAR(found.low, expected[0], tolerance);
    EXPECT_NEAR(found.high, expected[1], tolerance);
}

void expectMcNemar(const McNemar& found, const Json& expected) {
    EXPECT_EQ(found.onlyFirst, expected[0]);
    EXPECT_EQ(found.onlySecond, expected[1]);
    EXPECT_NEAR(found.pValue, expected[2], tolerance);
}

class SingleCase : public ::testing::TestWithParam<std::size_t> {
protected:
    const Json& m_case = fixture().at("single")[GetParam()];
    std::size_t m_labelCount = m_case.at("labelCount");
    LabelColumn m_gold = columnOf(m_case.at("gold"));
    LabelColumn m_predicted = columnOf(m_case.at("predicted"));
};

TEST_P(SingleCase, ReportEqualsScikitLearn) {
    const auto report = classificationReport(m_gold, m_predicted, m_labelCount);
    const auto overAll = classificationReport(m_gold, m_predicted, m_labelCount, {AveragedLabels::All, usualLevel});
    ASSERT_TRUE(report && overAll);
    EXPECT_NEAR(report->accuracy, m_case.at("accuracy"), tolerance);
    expectInterval(report->accuracyInterval, m_case.at("interval"));
    expectTable(report->figures, overAll->figures, m_case);
}

TEST_P(SingleCase, ConfusionMatrixEqualsScikitLearn) {
    const auto matrix = confusionMatrix(m_gold, m_predicted, m_labelCount);
    ASSERT_TRUE(matrix);
    const auto label = [&](std::size_t k) { return k == m_labelCount ? noLabel : static_cast<std::uint32_t>(k); };
    for (std::size_t gold = 0; gold <= m_labelCount; ++gold) {
        for (std::size_t predicted = 0; predicted <= m_labelCount; ++predicted)
            EXPECT_EQ(matrix->at(label(gold), label(predicted)), m_case.at("confusion")[gold][predicted]) << gold << ", " << predicted;
    }
}

TEST_P(SingleCase, ComparisonEqualsScikitLearnAndSciPy) {
    LabelColumn second = columnOf(m_case.at("second"));
    for (std::size_t row = 0; row < second.size(); ++row) {
        if (m_gold[row] == missingAnswer) second[row] = missingAnswer;  // the reference compares rows with gold only
    }
    const auto comparison = compareRuns(m_predicted, second, m_labelCount, m_gold);
    ASSERT_TRUE(comparison);
    EXPECT_NEAR(comparison->agreement, m_case.at("agreement"), tolerance);
    ASSERT_EQ(comparison->kappa.has_value(), !m_case.at("kappa").is_null());
    if (comparison->kappa) {
        EXPECT_NEAR(*comparison->kappa, m_case.at("kappa"), tolerance);
    }
    expectMcNemar(comparison->gold->test, m_case.at("mcnemar"));
}

TEST_P(SingleCase, CalibrationEqualsScikitLearn) {
    if (m_labelCount == 1) return;  // certain of its only label
    ProbabilityScores scores;
    Reliability reliability;
    std::vector<ScoredAnswer> answers;
    for (std::size_t row = 0; row < m_case.at("probabilities").size(); ++row) {
        const auto probabilities = m_case.at("probabilities")[row].get<std::vector<float>>();
        const std::uint32_t gold = m_case.at("probabilityGold")[row];
        const Decision decision = decide(probabilities, {});
        scores.add(probabilities, gold);
        reliability.add(decision.confidence, decision.best == gold);
        answers.push_back({decision.confidence, decision.best == gold});
    }
    EXPECT_NEAR(scores.logLoss(), m_case.at("logLoss"), tolerance);
    EXPECT_NEAR(scores.brier(), m_case.at("brier"), tolerance);
    EXPECT_NEAR(reliability.expectedError(), m_case.at("expectedError"), tolerance);
    std::vector<ReliabilityBin> filled = reliability.bins();
    filled.erase(std::remove_if(filled.begin(), filled.end(), [](const ReliabilityBin& bin) { return bin.count == 0; }), filled.end());
    ASSERT_EQ(filled.size(), m_case.at("binAccuracy").size());
    for (std::size_t bin = 0; bin < filled.size(); ++bin) {
        EXPECT_NEAR(filled[bin].accuracy, m_case.at("binAccuracy")[bin], tolerance);
        EXPECT_NEAR(filled[bin].meanProbability, m_case.at("binMean")[bin], tolerance);
    }
    EXPECT_NEAR(coverageCurve(answers, answers.size()).areaUnderRisk, m_case.at("areaUnderRisk"), tolerance);
}

INSTANTIATE_TEST_SUITE_P(ScikitLearn, SingleCase, ::testing::Range<std::size_t>(0, singleCases));

class MultiCase : public ::testing::TestWithParam<std::size_t> {
protected:
    const Json& m_case = fixture().at("multi")[GetParam()];
    std::size_t m_labelCount = m_case.at("labelCount");
    LabelLists m_gold = listsOf(m_case.at("gold"));
    LabelLists m_predicted = listsOf(m_case.at("predicted"));
};

TEST_P(MultiCase, ReportEqualsScikitLearn) {
    const auto report = multiLabelReport(m_gold, m_predicted, m_labelCount);
    const auto overAll = multiLabelReport(m_gold, m_predicted, m_labelCount, {AveragedLabels::All, usualLevel});
    ASSERT_TRUE(report && overAll);
    EXPECT_NEAR(report->subsetAccuracy, m_case.at("subsetAccuracy"), tolerance);
    expectInterval(report->subsetInterval, m_case.at("interval"));
    EXPECT_NEAR(report->hammingLoss, m_case.at("hammingLoss"), tolerance);
    expectFigures(report->samples, m_case.at("samples"), "samples");
    expectTable(report->figures, overAll->figures, m_case);
}

TEST_P(MultiCase, ComparisonEqualsScikitLearnAndSciPy) {
    const auto comparison = compareRuns(m_predicted, listsOf(m_case.at("second")), m_labelCount, &m_gold);
    ASSERT_TRUE(comparison);
    EXPECT_NEAR(comparison->agreement, m_case.at("agreement"), tolerance);
    expectMcNemar(comparison->gold->test, m_case.at("mcnemar"));
}

TEST_P(MultiCase, ProbabilitiesOfLabelsJudgedAloneAreScoredAsByScikitLearn) {
    ProbabilityScores scores;
    for (std::size_t row = 0; row < m_gold.size(); ++row)
        scores.add(m_case.at("probabilities")[row].get<std::vector<float>>(), m_gold[row]);
    EXPECT_NEAR(scores.logLoss(), m_case.at("logLoss"), tolerance);
    EXPECT_NEAR(scores.brier(), m_case.at("brier"), tolerance);
}

INSTANTIATE_TEST_SUITE_P(ScikitLearn, MultiCase, ::testing::Range<std::size_t>(0, multiCases));

TEST(ScikitLearnCases, AreAllCompared) {
    EXPECT_EQ(fixture().at("single").size(), singleCases);
    EXPECT_EQ(fixture().at("multi").size(), multiCases);
}

}  // namespace
}  // namespace labelwright
