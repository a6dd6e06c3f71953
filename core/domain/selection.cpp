#include "core/domain/selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace labelwright {
namespace {

float logistic(float x) { return 1.0F / (1.0F + std::exp(-x)); }

constexpr float notScored = std::numeric_limits<float>::quiet_NaN();

/// Stable softmax of yes / temperature over the scored sentences, added up for each label.
void shares(std::span<const PairLogits> logits, std::span<const std::uint32_t> labelOf, float temperature, std::span<float> out) {
    float highest = -std::numeric_limits<float>::infinity();
    for (const PairLogits& pair : logits) {
        if (pair.scored()) highest = std::max(highest, pair.yes);
    }
    float sum = 0;
    for (std::size_t a = 0; a < logits.size(); ++a) {
        if (!logits[a].scored()) continue;
        const float weight = std::exp((logits[a].yes - highest) / temperature);
        float& share = out[labelOf[a]];
        share = std::isnan(share) ? weight : share + weight;
        sum += weight;
    }
    for (float& value : out) value /= sum;
}

void raiseTo(float& probability, float value) {
    if (!(probability >= value)) probability = value;
}

void againstTheOthers(std::span<const PairLogits> logits, std::span<const std::uint32_t> labelOf, float temperature, std::span<float> out) {
    float sum = 0;
    std::size_t scored = 0;
    for (const PairLogits& pair : logits) {
        if (!pair.scored()) continue;
        sum += pair.yes;
        ++scored;
    }
    // The sentences of one label stand together.
    for (std::size_t first = 0, end = 0; first < logits.size(); first = end) {
        float ownSum = 0;
        std::size_t own = 0;
        for (end = first; end < logits.size() && labelOf[end] == labelOf[first]; ++end) {
            if (!logits[end].scored()) continue;
            ownSum += logits[end].yes;
            ++own;
        }
        const float others = scored > own ? (sum - ownSum) / static_cast<float>(scored - own) : notScored;
        for (std::size_t a = first; a < end; ++a) {
            if (!logits[a].scored()) continue;
            raiseTo(out[labelOf[a]],
                    scored > own ? logistic((logits[a].yes - others) / temperature) : std::clamp(logits[a].yes, 0.0F, 1.0F));
        }
    }
}

}  // namespace

void probabilities(std::span<const PairLogits> logits, std::span<const std::uint32_t> labelOf, const ScoreReading& reading,
                   const Selection& selection, std::span<float> out) {
    std::fill(out.begin(), out.end(), notScored);
    const bool eachAlone = selection.mode == SelectionMode::EveryAboveThreshold || out.size() == 1;
    const bool cosine = reading.rule == ScoreRule::Cosine;
    const float temperature = selection.temperature.value_or(cosine ? reading.temperature : 1.0F);
    if (!eachAlone) {
        shares(logits, labelOf, temperature, out);
    } else if (cosine) {
        againstTheOthers(logits, labelOf, temperature, out);
    } else {
        for (std::size_t a = 0; a < logits.size(); ++a) {
            if (logits[a].scored()) raiseTo(out[labelOf[a]], logistic((logits[a].yes - logits[a].no) / temperature));
        }
    }
}

void probabilities(std::span<const PairLogits> logits, const ScoreReading& reading, const Selection& selection, std::span<float> out) {
    std::vector<std::uint32_t> labelOf(logits.size());
    std::iota(labelOf.begin(), labelOf.end(), 0U);
    probabilities(logits, labelOf, reading, selection, out);
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
