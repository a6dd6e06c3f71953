#include "core/domain/selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace labelwright {
namespace {

float logistic(float x) { return 1.0F / (1.0F + std::exp(-x)); }

/// Stable softmax of yes / temperature over the labels that are scored.
void softmax(std::span<const PairLogits> logits, float temperature, std::span<float> out) {
    float highest = -std::numeric_limits<float>::infinity();
    for (const PairLogits& pair : logits) {
        if (pair.scored()) highest = std::max(highest, pair.yes);
    }
    float sum = 0;
    for (std::size_t k = 0; k < logits.size(); ++k) {
        out[k] = logits[k].scored() ? std::exp((logits[k].yes - highest) / temperature) : std::numeric_limits<float>::quiet_NaN();
        if (logits[k].scored()) sum += out[k];
    }
    for (float& value : out) value /= sum;
}

void againstTheOthers(std::span<const PairLogits> logits, float temperature, std::span<float> out) {
    float sum = 0;
    std::size_t scored = 0;
    for (const PairLogits& pair : logits) {
        if (!pair.scored()) continue;
        sum += pair.yes;
        ++scored;
    }
    for (std::size_t k = 0; k < logits.size(); ++k) {
        if (!logits[k].scored()) out[k] = std::numeric_limits<float>::quiet_NaN();
        else if (scored == 1) out[k] = std::clamp(logits[k].yes, 0.0F, 1.0F);
        else out[k] = logistic((logits[k].yes - (sum - logits[k].yes) / static_cast<float>(scored - 1)) / temperature);
    }
}

}  // namespace

void probabilities(std::span<const PairLogits> logits, const ScoreReading& reading, const Selection& selection, std::span<float> out) {
    const bool eachAlone = selection.mode == SelectionMode::EveryAboveThreshold || logits.size() == 1;
    if (reading.rule == ScoreRule::Cosine) {
        const float temperature = selection.temperature.value_or(reading.temperature);
        if (eachAlone) againstTheOthers(logits, temperature, out);
        else softmax(logits, temperature, out);
        return;
    }
    const float temperature = selection.temperature.value_or(1.0F);
    if (!eachAlone) {
        softmax(logits, temperature, out);
        return;
    }
    for (std::size_t k = 0; k < logits.size(); ++k) {
        out[k] = logits[k].scored() ? logistic((logits[k].yes - logits[k].no) / temperature) : std::numeric_limits<float>::quiet_NaN();
    }
}

Decision decide(std::span<const float> probabilities, const Selection& selection) {
    Decision decision;
    float second = 0;
    for (std::uint32_t k = 0; k < probabilities.size(); ++k) {
        const float p = probabilities[k];
        if (std::isnan(p)) continue;
        if (decision.best == Decision::none || p > decision.confidence) {
            second = decision.confidence;
            decision.confidence = p;
            decision.best = k;
        } else {
            second = std::max(second, p);
        }
    }
    if (decision.best == Decision::none) return decision;
    decision.margin = decision.confidence - second;
    decision.abstained = decision.confidence < selection.abstain;
    if (selection.mode == SelectionMode::SingleBest) {
        if (!decision.abstained) decision.labels = {decision.best};
        return decision;
    }
    if (!decision.abstained) {
        for (std::uint32_t k = 0; k < probabilities.size(); ++k) {
            if (probabilities[k] >= selection.threshold) decision.labels.push_back(k);
        }
        std::stable_sort(decision.labels.begin(), decision.labels.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return probabilities[a] > probabilities[b]; });
    }
    decision.abstained = decision.labels.empty();
    return decision;
}

}  // namespace labelwright
