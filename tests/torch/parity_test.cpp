#include <algorithm>
#include <cstdio>

#include "tests/torch/model_fixture.h"

namespace labelwright::testing {
namespace {

constexpr double logitTolerance = 1e-4;
constexpr double embeddingTolerance = 1e-5;
constexpr double probabilityTolerance = 1e-5;
constexpr std::uint64_t batchTokens = 1024;

class ParityTest : public ::testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<Backend> m_backend = testBackend();
};

TEST_P(ParityTest, Fp32OnTheCpuComputesWhatTheReferenceComputes) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    const auto classifier = loaded(*m_backend, expected.folder);
    ASSERT_NE(classifier, nullptr);
    const std::vector<std::string> hypotheses = expected.hypotheses();
    MemoryStore store;
    auto session = classifier->open(hypotheses, store);
    ASSERT_TRUE(session) << session.error().detail;
    const Texts texts(expected.texts());
    const Scores scores = scoreAll(*classifier, **session, texts.records(), static_cast<std::uint32_t>(hypotheses.size()), batchTokens);

    if (!expected.crossEncoder()) {
        const auto embeddings = expected.values.at("embeddings").get<std::vector<std::vector<float>>>();
        const double difference = maxDifference(scores.embeddings, embeddings);
        std::printf("%-30s %s: embeddings %.2e\n", GetParam().c_str(), classifier->traits().kernel.c_str(), difference);
        EXPECT_LE(difference, embeddingTolerance);
        return;
    }
    const ScoreReading& reading = classifier->traits().reading;
    const auto logits = referenceLogits(expected, reading);
    const double difference = maxDifference(scores.logits, logits);
    const double single = maxDifference(allProbabilities(scores.logits, reading, false), allProbabilities(logits, reading, false));
    const double multi = maxDifference(allProbabilities(scores.logits, reading, true), allProbabilities(logits, reading, true));
    std::printf("%-30s %s: logits %.2e, probabilities %.2e (single) %.2e (multi)\n", GetParam().c_str(),
                classifier->traits().kernel.c_str(), difference, single, multi);
    EXPECT_LE(difference, logitTolerance);
    EXPECT_LE(single, probabilityTolerance);
    EXPECT_LE(multi, probabilityTolerance);
}

TEST_P(ParityTest, ABatchOfManyGivesWhatEachGivesAloneAndInAnyOrder) {
    const Reference expected = reference(GetParam());
    SKIP_WITHOUT(expected.folder);
    const auto classifier = loaded(*m_backend, expected.folder);
    ASSERT_NE(classifier, nullptr);
    const std::vector<std::string> hypotheses = expected.hypotheses();
    const auto labels = static_cast<std::uint32_t>(hypotheses.size());
    MemoryStore store;
    auto session = classifier->open(hypotheses, store);
    ASSERT_TRUE(session) << session.error().detail;
    const std::vector<std::string> original = expected.texts();
    const Texts texts(original);
    const Texts reversed({original.rbegin(), original.rend()});
    constexpr std::uint64_t oneByOne = 1;

    const Scores many = scoreAll(*classifier, **session, texts.records(), labels, batchTokens);
    const Scores single = scoreAll(*classifier, **session, texts.records(), labels, oneByOne);
    Scores backward = scoreAll(*classifier, **session, reversed.records(), labels, batchTokens);
    std::reverse(backward.logits.begin(), backward.logits.end());
    std::reverse(backward.embeddings.begin(), backward.embeddings.end());

    // models.md 19: a row must not change by more than 1e-5 with the batch around it.
    EXPECT_LE(maxDifference(many.logits, single.logits), 1e-5);
    EXPECT_LE(maxDifference(many.logits, backward.logits), 1e-5);
    EXPECT_LE(maxDifference(many.embeddings, single.embeddings), 1e-5);
    EXPECT_LE(maxDifference(many.embeddings, backward.embeddings), 1e-5);
}

std::string modelName(const ::testing::TestParamInfo<std::string>& parameter) { return parameter.param; }

INSTANTIATE_TEST_SUITE_P(EveryReference, ParityTest, ::testing::ValuesIn(referenceNames()), modelName);

}  // namespace
}  // namespace labelwright::testing
