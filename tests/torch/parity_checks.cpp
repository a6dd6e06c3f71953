#include "tests/torch/parity_checks.h"

#include <algorithm>
#include <cstdio>

namespace labelwright::testing {
namespace {

constexpr std::uint64_t batchTokens = 1024;

}  // namespace

void expectReferenceScores(Backend& backend, const Reference& expected, const std::string& device) {
    const auto classifier = loaded(backend, expected.folder, Precision::Fp32, device);
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
        std::printf("%-30s %s: embeddings %.2e\n", expected.name.c_str(), classifier->traits().kernel.c_str(), difference);
        EXPECT_LE(difference, embeddingTolerance);
        return;
    }
    const ScoreReading& reading = classifier->traits().reading;
    const auto logits = referenceLogits(expected, reading);
    const double difference = maxDifference(scores.logits, logits);
    const double single = maxDifference(allProbabilities(scores.logits, reading, false), allProbabilities(logits, reading, false));
    const double multi = maxDifference(allProbabilities(scores.logits, reading, true), allProbabilities(logits, reading, true));
    std::printf("%-30s %s: logits %.2e, probabilities %.2e (single) %.2e (multi)\n", expected.name.c_str(),
                classifier->traits().kernel.c_str(), difference, single, multi);
    EXPECT_LE(difference, logitTolerance);
    EXPECT_LE(single, probabilityTolerance);
    EXPECT_LE(multi, probabilityTolerance);
}

void expectScoresIndependentOfCompany(Backend& backend, const Reference& expected, const std::string& device) {
    const auto classifier = loaded(backend, expected.folder, Precision::Fp32, device);
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

    const double alone = std::max(maxDifference(many.logits, single.logits), maxDifference(many.embeddings, single.embeddings));
    const double turned = std::max(maxDifference(many.logits, backward.logits), maxDifference(many.embeddings, backward.embeddings));
    std::printf("%-30s %s: alone %.2e, backward %.2e\n", expected.name.c_str(), device.c_str(), alone, turned);
    EXPECT_LE(alone, companyTolerance);
    EXPECT_LE(turned, companyTolerance);
}

}  // namespace labelwright::testing
