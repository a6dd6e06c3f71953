#include "core/torch_backend/heads/sequence_classifier.h"

#include <array>

namespace labelwright {

SequenceClassifier::SequenceClassifier(const Checkpoint& checkpoint, const ComputeDevice& where) {
    const auto placed = [&](const std::string& name) {
        const LinearWeights weights = readLinear(checkpoint, name);
        return LinearWeights{weights.weight.to(where.device), weights.bias.to(where.device)};
    };
    m_pooler = placed("pooler.dense");
    m_classifier = placed("classifier");
}

Result<std::uint32_t> SequenceClassifier::check(const Checkpoint& checkpoint, const ModelConfig& config) {
    const std::int64_t hidden = config.hiddenSize;
    const std::array<std::int64_t, 2> anyColumns{-1, hidden};
    const auto weight = checkpoint.require("classifier.weight", anyColumns);
    if (!weight) return weight.error();
    const std::int64_t columns = (*weight)->shape[0];
    if (auto checked = checkLinear(checkpoint, "classifier", columns, hidden); !checked) return checked.error();
    if (auto checked = checkLinear(checkpoint, "pooler.dense", hidden, hidden); !checked) return checked.error();
    return static_cast<std::uint32_t>(columns);
}

at::Tensor SequenceClassifier::logits(const at::Tensor& firstTokens) const {
    const at::Tensor pooled = at::linear(firstTokens.to(at::kFloat), m_pooler.weight, m_pooler.bias).tanh_();
    return at::linear(pooled, m_classifier.weight, m_classifier.bias);
}

}  // namespace labelwright
