#pragma once

#include "core/torch_backend/encoders/bert_tensors.h"

namespace labelwright {

/// The head of BertForSequenceClassification: Wc·tanh(Wp·x + bp) + bc of the first token, in fp32 whatever the encoder's precision.
class SequenceClassifier {
public:
    /// Tensors: pooler.dense, classifier. Checked by check().
    SequenceClassifier(const Checkpoint& checkpoint, const ComputeDevice& where);
    /// Gives the number of columns (rows of classifier.weight).
    static Result<std::uint32_t> check(const Checkpoint& checkpoint, const ModelConfig& config);

    /// [B, H] -> [B, C] in fp32 on the device.
    at::Tensor logits(const at::Tensor& firstTokens) const;

private:
    LinearWeights m_pooler;
    LinearWeights m_classifier;
};

}  // namespace labelwright
