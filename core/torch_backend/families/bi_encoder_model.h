#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/torch_backend/families/loaded_model.h"

namespace labelwright {

/// Encoder, pooling and tokenizer, shared by the classifier and its sessions.
class BiEncoderModel {
public:
    explicit BiEncoderModel(ModelSource source);

    const WordPieceTokenizer& tokenizer() const noexcept { return m_tokenizer; }
    const ModelConfig& config() const noexcept { return m_config; }
    std::size_t embeddingSize() const noexcept { return m_config.hiddenSize; }
    bool mixesLengths() const noexcept { return m_encoder.mixesLengths(); }
    const ComputeDevice& where() const noexcept { return m_encoder.where(); }
    /// Length of [CLS] text [SEP] after truncation.
    std::uint32_t sequenceLength(std::size_t tokens) const noexcept;
    /// One forward pass; [sequences, embeddingSize], unit length.
    Result<std::vector<float>> embed(const SequenceBatch& batch) const;
    std::uint64_t forwardCount() const noexcept { return m_forwards.load(std::memory_order_relaxed); }

private:
    ModelConfig m_config;
    WordPieceTokenizer m_tokenizer;
    BertEncoder m_encoder;
    mutable std::atomic<std::uint64_t> m_forwards = 0;
};

/// Embeddings of hypotheses [K, embeddingSize]: from the store where it knows them, else computed and put there.
Result<std::vector<float>> hypothesisEmbeddings(const BiEncoderModel& model, std::span<const std::string> hypotheses,
                                                EmbeddingStore& known);

Result<std::unique_ptr<ScoringSession>> openBiEncoderSession(std::shared_ptr<const BiEncoderModel> model,
                                                             std::span<const std::string> hypotheses, EmbeddingStore& known);

}  // namespace labelwright
