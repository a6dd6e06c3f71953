#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/domain/pair_logits.h"

namespace labelwright {

enum class SelectionMode {
    SingleBest,           ///< one label a text: the most probable
    EveryAboveThreshold,  ///< any number: each label is judged alone
};

/// Turns logits into labels, on the reader's side: changing it costs no forward pass.
struct Selection {
    SelectionMode mode = SelectionMode::SingleBest;
    float threshold = 0.5F;            ///< EveryAboveThreshold: a label is given from this probability on
    float abstain = 0;                 ///< no label at all while the best probability is below this; 0 = never
    std::optional<float> temperature;  ///< overrides the model's (Cosine) or divides the logits (Entailment)

    friend bool operator==(const Selection&, const Selection&) = default;
};

/// Probabilities of one text, one for each of K labels, from the logits of A >= K sentences; `labelOf` [A] says which label each counts for
/// (labelOfHypotheses()). Labels without a score get NaN.
/// Entailment, SingleBest, K > 1: softmax_a(yes_a), added up over the sentences of a label, which is the softmax of the labels'
/// log-sum-exp. Entailment otherwise: the greatest 1 / (1 + exp(no_a - yes_a)) of a label's sentences, neutral ignored (the rule of both
/// reference pipelines, ModelScope's and Hugging Face's, which also use it for a single label). Cosine, SingleBest, K > 1: softmax_a(yes_a
/// / T), added up likewise. Cosine, EveryAboveThreshold: the greatest 1 / (1 + exp((m_k - yes_a) / T)) with m_k the mean cosine of all
/// sentences of other labels; for two labels both modes agree. A single label has nothing to compare with: its probability is max(0,
/// greatest cosine).
void probabilities(std::span<const PairLogits> logits, std::span<const std::uint32_t> labelOf, const ScoreReading& reading,
                   const Selection& selection, std::span<float> out);
/// The same where every label has one sentence (A = K).
void probabilities(std::span<const PairLogits> logits, const ScoreReading& reading, const Selection& selection, std::span<float> out);

struct Decision {
    static constexpr std::uint32_t none = 0xffffffffU;

    std::uint32_t best = none;          ///< index of the most probable label; none: nothing scored yet
    float confidence = 0;               ///< its probability
    float margin = 0;                   ///< its lead over the second
    bool abstained = false;             ///< best probability below Selection::abstain, or no label above the threshold
    std::vector<std::uint32_t> labels;  ///< the labels given, most probable first; empty if abstained or unscored

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// The answer for one text. Equal probabilities keep label order (both reference pipelines would put the later label first).
Decision decide(std::span<const float> probabilities, const Selection& selection);

}  // namespace labelwright
