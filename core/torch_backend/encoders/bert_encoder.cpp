#include "core/torch_backend/encoders/bert_encoder.h"

namespace labelwright {
namespace {

LayerShape shapeOf(const ModelConfig& config) { return {config.hiddenSize, config.heads, config.layerNormEpsilon, config.activation}; }

}  // namespace

BertEncoder::BertEncoder(const Checkpoint& checkpoint, const ModelConfig& config, EncoderKernels kernels, ComputeDevice where,
                         OutputRows rows)
    : m_where(std::move(where)), m_attention(kernels.attention), m_shape(shapeOf(config)), m_positions(config.maxPositions) {
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

HiddenStates BertEncoder::forward(const SequenceBatch& batch) const {
    const std::uint64_t tokens = batch.ids.size();
    TORCH_CHECK_WITH(OutOfMemoryError, m_where.failForwardAboveTokens == 0 || tokens <= m_where.failForwardAboveTokens,
                     "Tried to allocate ", tokens, " tokens (injected)");
    SequenceLayout layout{batch.sequences(), batch.longest, {}};
    at::Tensor hidden = mixesLengths() ? lookUpMixed(batch, layout) : lookUp(batch);
    hidden = at::layer_norm(hidden, {m_shape.hidden}, m_norm.scale, m_norm.shift, m_shape.normEpsilon).to(m_where.activationType());
    for (const EncoderLayer& layer : m_layers) hidden = layer.forward(hidden, layout);
    return {std::move(hidden), std::move(layout)};
}

at::Tensor BertEncoder::lookUp(const SequenceBatch& batch) const {
    const std::int64_t length = batch.longest;
    const std::int64_t tokens = batch.sequences() * length;
    // The ids are read in place; index_select takes int32. Vocabulary and length were checked when the model was loaded.
    const auto onDevice = [&](const at::Tensor& indices) { return m_where.onCpu() ? indices : indices.to(m_where.device); };
    const at::Tensor ids = onDevice(at::from_blob(const_cast<std::uint32_t*>(batch.ids.data()), {tokens}, at::kInt));
    at::Tensor sum = m_words.index_select(0, ids);
    if (batch.typeIds.empty()) {
        sum.view({batch.sequences(), length, m_shape.hidden}).add_(m_typesAndPositions.narrow(0, 0, length));
        return sum;
    }
    std::vector<std::int32_t> rows(batch.typeIds.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<std::int32_t>(batch.typeIds[i] * m_positions + static_cast<std::int64_t>(i) % length);
    return sum.add_(m_typesAndPositions.index_select(0, onDevice(at::from_blob(rows.data(), {tokens}, at::kInt))));
}

at::Tensor BertEncoder::lookUpMixed(const SequenceBatch& batch, SequenceLayout& layout) const {
    // Ids, rows of m_typesAndPositions and starts in one tensor: a copy to a card costs the same whatever little it carries.
    const std::size_t tokens = batch.ids.size();
    std::vector<std::int32_t> indices(batch.ids.begin(), batch.ids.end());
    indices.reserve(2 * tokens + batch.lengths.size() + 1);
    for (const std::uint32_t length : batch.lengths) {
        for (std::uint32_t position = 0; position < length; ++position) {
            const std::int64_t type = batch.typeIds.empty() ? 0 : batch.typeIds[indices.size() - tokens];
            indices.push_back(static_cast<std::int32_t>(type * m_positions + position));
        }
    }
    std::int32_t start = 0;
    for (const std::uint32_t length : batch.lengths) {
        indices.push_back(start);
        start += static_cast<std::int32_t>(length);
    }
    indices.push_back(start);
    const at::Tensor placed = at::from_blob(indices.data(), {static_cast<std::int64_t>(indices.size())}, at::kInt).to(m_where.device);
    const auto count = static_cast<std::int64_t>(tokens);
    layout.starts = placed.narrow(0, 2 * count, layout.sequences + 1);
    return m_words.index_select(0, placed.narrow(0, 0, count)).add_(m_typesAndPositions.index_select(0, placed.narrow(0, count, count)));
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
