#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/domain/device.h"

namespace labelwright {

/// Raw output for one (text, label): what is cached and kept; everything shown is computed from it.
/// Cross-encoder: logits of entailment, contradiction and, where the checkpoint has it, neutral. Bi-encoder: the cosine, 0. NaN: not
/// scored.
struct PairLogits {
    float yes = std::numeric_limits<float>::quiet_NaN();
    float no = 0;
    float neutral = std::numeric_limits<float>::quiet_NaN();

    bool scored() const noexcept { return !std::isnan(yes); }
};

/// What a column of a checkpoint's output means.
enum class LogitRole { Entailment, Contradiction, Neutral, Cosine };

/// How logits become probabilities.
enum class ScoreRule {
    Entailment,  ///< cross-encoder: softmax of entailment over labels; each label alone: softmax of (contradiction, entailment)
    Cosine,      ///< bi-encoder: softmax of cosine / temperature over labels
};

/// What is needed to read stored logits without the model that made them. Numbers with different readings are never mixed.
struct ScoreReading {
    std::string modelId;    ///< catalogue id, e.g. "labelwright-zh-mini"
    std::string modelName;  ///< shown
    ScoreRule rule = ScoreRule::Entailment;
    float temperature = 1;           ///< of ScoreRule::Cosine
    std::vector<LogitRole> columns;  ///< the checkpoint's column order, for raw export
    /// What the numbers were computed with; Auto: not known (a project of an earlier version).
    Precision precision = Precision::Auto;

    friend bool operator==(const ScoreReading&, const ScoreReading&) = default;
};

}  // namespace labelwright
