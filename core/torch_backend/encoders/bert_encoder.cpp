#include "core/torch_backend/encoders/bert_encoder.h"

namespace labelwright {
namespace {

LayerShape shapeOf(const ModelConfig& config) { return {config.hiddenSize, config.heads, config.layerNormEpsilon, config.activation}; }

}  // namespace

BertEncoder::BertEncoder(const Checkpoint& checkpoint, const ModelConfig& config, EncoderKernels kernels, ComputeDevice where,
                         OutputRows rows)
    : m_where(std::move(where)), m_shape(shapeOf(config)), m_positions(config.maxPositions) {
    // Embeddings stay in fp32 on CPUs: they are only looked up, and the sums and the norm are exact.
    const at::ScalarType type = m_where.onCpu() ? at::kFloat : m_where.activationType();
    const auto placed = [&](const at::Tensor& tensor) { return tensor.to(m_where.device, type); };
    m_words = placed(readTensor(checkpoint, "embeddings.word_embeddings.weight"));
    const at::Tensor positions = readTensor(checkpoint, "embeddings.position_embeddings.weight");
    const at::Tensor types = readTensor(checkpoint, "embeddings.token_type_embeddings.weight");
    m_typesAndPositions = placed((types.unsqueeze(1).add(positions.unsqueeze(0))).reshape({-1, m_shape.hidden}));
    const NormWeights norm = readNorm(checkpoint, "embeddings.LayerNorm");
    m_norm = {placed(norm.scale), placed(norm.shift)};
    m_layers.reserve(config.layers);
    for (std::uint32_t layer = 0; layer < config.layers; ++layer) {
        const bool last = layer + 1 == config.layers;
        m_layers.emplace_back(checkpoint, layer, m_shape, kernels, m_where, last ? rows : OutputRows::AllTokens);
    }
}

at::Tensor BertEncoder::forward(const SequenceBatch& batch) const {
    const std::uint64_t tokens = batch.ids.size();
    TORCH_CHECK_WITH(OutOfMemoryError, m_where.failForwardAboveTokens == 0 || tokens <= m_where.failForwardAboveTokens,
                     "Tried to allocate ", tokens, " tokens (injected)");
    at::Tensor hidden = embed(batch);
    for (const EncoderLayer& layer : m_layers) hidden = layer.forward(hidden, batch.sequences, batch.length);
    return hidden;
}

at::Tensor BertEncoder::embed(const SequenceBatch& batch) const {
    const std::int64_t tokens = batch.sequences * batch.length;
    // The ids are read in place; index_select takes int32. Vocabulary and length were checked when the model was loaded.
    const auto onDevice = [&](const at::Tensor& indices) { return m_where.onCpu() ? indices : indices.to(m_where.device); };
    const at::Tensor ids = onDevice(at::from_blob(const_cast<std::uint32_t*>(batch.ids.data()), {tokens}, at::kInt));
    at::Tensor sum = m_words.index_select(0, ids);
    if (batch.typeIds.empty()) {
        sum.view({batch.sequences, batch.length, m_shape.hidden}).add_(m_typesAndPositions.narrow(0, 0, batch.length));
    } else {
        std::vector<std::int32_t> rows(batch.typeIds.size());
        std::size_t i = 0;
        for (std::int64_t sequence = 0; sequence < batch.sequences; ++sequence) {
            for (std::int64_t position = 0; position < batch.length; ++position, ++i)
                rows[i] = static_cast<std::int32_t>(batch.typeIds[i] * m_positions + position);
        }
        sum.add_(m_typesAndPositions.index_select(0, onDevice(at::from_blob(rows.data(), {tokens}, at::kInt))));
    }
    return at::layer_norm(sum, {m_shape.hidden}, m_norm.scale, m_norm.shift, m_shape.normEpsilon).to(m_where.activationType());
}

double flopsPerToken(const ModelConfig& config) noexcept {
    const double hidden = config.hiddenSize;
    return 2.0 * config.layers * (4.0 * hidden * hidden + 2.0 * hidden * config.intermediateSize);
}

std::uint64_t activationBytesPerToken(const ModelConfig& config, Precision precision) noexcept {
    // Input, fused projections (3), attention, its output and norm, intermediate twice (product and allocator slack).
    const std::uint64_t values = 7ULL * config.hiddenSize + 2ULL * config.intermediateSize;
    return values * (precision == Precision::Fp32 || precision == Precision::Int8 ? 4 : 2);
}

}  // namespace labelwright
