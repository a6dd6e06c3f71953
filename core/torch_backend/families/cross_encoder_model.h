#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/torch_backend/families/loaded_model.h"
#include "core/torch_backend/heads/sequence_classifier.h"

namespace labelwright {

/// Encoder, head and tokenizer, shared by the classifier and its sessions.
class CrossEncoderModel {
public:
    explicit CrossEncoderModel(ModelSource source);

    const WordPieceTokenizer& tokenizer() const noexcept { return m_tokenizer; }
    const ModelConfig& config() const noexcept { return m_config; }
    bool mixesLengths() const noexcept { return m_encoder.mixesLengths(); }
    bool readsTypes() const noexcept { return m_config.typeVocabularySize > 1; }
    /// One forward pass; logits of each sequence by role.
    Result<std::vector<PairLogits>> score(const SequenceBatch& batch) const;
    std::uint64_t forwardCount() const noexcept { return m_forwards.load(std::memory_order_relaxed); }

private:
    ModelConfig m_config;
    WordPieceTokenizer m_tokenizer;
    BertEncoder m_encoder;
    SequenceClassifier m_head;
    mutable std::atomic<std::uint64_t> m_forwards = 0;
};

Result<std::unique_ptr<ScoringSession>> openCrossEncoderSession(std::shared_ptr<const CrossEncoderModel> model,
                                                                std::span<const std::string> hypotheses);

}  // namespace labelwright
