#include "tests/torch/precision_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>

namespace labelwright::testing {
namespace {

/// Relative rounding error of one product with weights, root mean square, both factors rounded.
double errorOfOneProduct(Precision precision) {
    // Eight significant bits, or eleven: the error spreads evenly over 2^-7 (2^-10) at 1, and numbers lie at about 1.4 times their power of
    // two.
    if (precision == Precision::Bf16) return std::sqrt(2.0) * std::ldexp(1.0, -7) / std::sqrt(12.0) / 1.4;
    if (precision == Precision::Fp16) return std::sqrt(2.0) * std::ldexp(1.0, -10) / std::sqrt(12.0) / 1.4;
    // 127 steps up to the largest number, which is about ten times the root mean square of a row of activations, four times that of
    // weights.
    return std::hypot(10.0, 4.0) / 127.0 / std::sqrt(12.0);
}

/// Errors of products one after another add up like independent ones; a layer has four (attention in and out, up and down).
double expectedError(const Reference& reference, Precision precision) {
    const auto config = nlohmann::json::parse(std::ifstream(reference.folder / "config.json"));
    return errorOfOneProduct(precision) * std::sqrt(4.0 * config.at("num_hidden_layers").get<double>());
}

/// Root mean square of b - a over that of a, over all outputs: embeddings where there are some, else the differences of logits.
double relativeError(const Scores& a, const Scores& b, bool embeddings) {
    std::vector<double> exact;
    std::vector<double> reduced;
    for (std::size_t i = 0; i < a.logits.size(); ++i) {
        if (embeddings) {
            exact.insert(exact.end(), a.embeddings[i].begin(), a.embeddings[i].end());
            reduced.insert(reduced.end(), b.embeddings[i].begin(), b.embeddings[i].end());
            continue;
        }
        for (std::size_t k = 0; k < a.logits[i].size(); ++k) {
            exact.push_back(a.logits[i][k].yes - a.logits[i][k].no);
            reduced.push_back(b.logits[i][k].yes - b.logits[i][k].no);
        }
    }
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        error += (reduced[i] - exact[i]) * (reduced[i] - exact[i]);
        size += exact[i] * exact[i];
    }
    return std::sqrt(error / size);
}

std::size_t best(const std::vector<float>& row) { return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin()); }

/// How far the best label of a text is ahead of the next.
double margin(std::vector<float> row) {
    std::partial_sort(row.begin(), row.begin() + 2, row.end(), std::greater<>());
    return double{row[0]} - double{row[1]};
}

}  // namespace

Scores scoresOf(Backend& backend, const Reference& expected, Precision precision, const std::string& device) {
    const auto classifier = loaded(backend, expected.folder, precision, device);
    if (!classifier) return {};
    EXPECT_EQ(classifier->traits().precision, precision);
    const std::vector<std::string> hypotheses = expected.hypotheses();
    MemoryStore store;
    auto session = classifier->open(hypotheses, store);
    if (!session) return {};
    const Texts texts(expected.texts());
    return scoreAll(*classifier, **session, texts.records(), static_cast<std::uint32_t>(hypotheses.size()), 1024);
}

PrecisionDifference differenceFromFp32(Backend& backend, const Reference& expected, Precision precision, const std::string& device) {
    const Scores exact = scoresOf(backend, expected, Precision::Fp32, device);
    const Scores reduced = scoresOf(backend, expected, precision, device);
    ScoreReading reading;
    reading.rule = expected.crossEncoder() ? ScoreRule::Entailment : ScoreRule::Cosine;
    reading.temperature = expected.crossEncoder() ? 1.0F : 0.05F;
    const auto p = allProbabilities(exact.logits, reading, false);
    const auto q = allProbabilities(reduced.logits, reading, false);
    PrecisionDifference difference;
    EXPECT_EQ(p.size(), q.size());
    if (p.size() != q.size()) return difference;
    std::size_t agreed = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const bool same = best(p[i]) == best(q[i]);
        agreed += same ? 1 : 0;
        difference.clearFlips += !same && margin(p[i]) > clearMargin ? 1 : 0;
    }
    difference.probabilities = maxDifference(p, q);
    difference.relative = relativeError(exact, reduced, !expected.crossEncoder());
    // Logits are two or three projections of a vector that has this error: where they happen to be small, their own relative error is
    // larger.
    difference.allowed = (expected.crossEncoder() ? 8 : 2) * expectedError(expected, precision);
    std::printf("%-30s %s %s: labels agree on %zu of %zu texts, probabilities within %.2e, relative error %.5f (allowed: %.5f)\n",
                expected.name.c_str(), device.c_str(), precisionName(precision), agreed, p.size(), difference.probabilities,
                difference.relative, difference.allowed);
    return difference;
}

void expectWhatRoundingExplains(Backend& backend, const Reference& expected, Precision precision, const std::string& device) {
    const PrecisionDifference difference = differenceFromFp32(backend, expected, precision, device);
    EXPECT_GT(difference.relative, 0) << "it was not computed with reduced precision";
    EXPECT_LE(difference.relative, difference.allowed);
}

}  // namespace labelwright::testing
