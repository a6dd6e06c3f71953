#include "core/torch_backend/families/cross_encoder_model.h"

namespace labelwright {

CrossEncoderModel::CrossEncoderModel(ModelSource source)
    : m_config(std::move(source.config)),
      m_tokenizer(std::move(source.tokenizer)),
      m_encoder(source.checkpoint, m_config, source.kernels, source.where, OutputRows::FirstToken),
      m_head(source.checkpoint, source.where) {}

Result<std::vector<PairLogits>> CrossEncoderModel::score(const SequenceBatch& batch) const {
    return insideBorder(m_encoder.where(), [&]() -> Result<std::vector<PairLogits>> {
        const at::Tensor logits = m_head.logits(m_encoder.forward(batch).values).to(at::kCPU).contiguous();
        m_forwards.fetch_add(batch.lengths.size(), std::memory_order_relaxed);
        const auto columns = static_cast<std::size_t>(logits.size(1));
        const std::span<const float> values(logits.const_data_ptr<float>(), static_cast<std::size_t>(logits.numel()));
        if (auto finite = checkFinite(values, m_encoder.where()); !finite) return finite.error();
        std::vector<PairLogits> pairs(batch.lengths.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const std::span<const float> row = values.subspan(i * columns, columns);
            pairs[i].yes = row[m_config.entailmentColumn];
            if (m_config.contradictionColumn) pairs[i].no = row[*m_config.contradictionColumn];
            if (m_config.neutralColumn) pairs[i].neutral = row[*m_config.neutralColumn];
        }
        return pairs;
    });
}

}  // namespace labelwright
