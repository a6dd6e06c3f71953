#include "core/torch_backend/families/bi_encoder_model.h"

#include <algorithm>

#include "core/torch_backend/heads/pooling.h"

namespace labelwright {

BiEncoderModel::BiEncoderModel(ModelSource source)
    : m_config(std::move(source.config)),
      m_tokenizer(std::move(source.tokenizer)),
      m_encoder(source.checkpoint, m_config, source.kernels, source.where,
                m_config.pooling == Pooling::Cls ? OutputRows::FirstToken : OutputRows::AllTokens) {}

std::uint32_t BiEncoderModel::sequenceLength(std::size_t tokens) const noexcept {
    const std::uint32_t room = m_config.maxLength - WordPieceTokenizer::specialTokensSingle;
    return static_cast<std::uint32_t>(std::min<std::size_t>(tokens, room)) + WordPieceTokenizer::specialTokensSingle;
}

Result<std::vector<float>> BiEncoderModel::embed(const SequenceBatch& batch) const {
    return insideBorder(where(), [&]() -> Result<std::vector<float>> {
        const at::Tensor embeddings = pooledEmbeddings(m_encoder.forward(batch), m_config.pooling).to(at::kCPU).contiguous();
        m_forwards.fetch_add(batch.lengths.size(), std::memory_order_relaxed);
        const std::span<const float> values(embeddings.const_data_ptr<float>(), static_cast<std::size_t>(embeddings.numel()));
        if (auto finite = checkFinite(values, where()); !finite) return finite.error();
        return std::vector<float>(values.begin(), values.end());
    });
}

}  // namespace labelwright
