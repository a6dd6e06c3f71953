#include "core/torch_backend/encoders/encoder_layer.h"

namespace labelwright {
namespace {

LinearWeights stacked(std::initializer_list<LinearWeights> parts) {
    std::vector<at::Tensor> weights;
    std::vector<at::Tensor> biases;
    for (const LinearWeights& part : parts) {
        weights.push_back(part.weight);
        biases.push_back(part.bias);
    }
    return {at::cat(weights, 0), at::cat(biases, 0)};
}

}  // namespace

EncoderLayer::EncoderLayer(const Checkpoint& checkpoint, std::uint32_t index, LayerShape shape, EncoderKernels kernels,
                           const ComputeDevice& where, OutputRows rows)
    : m_shape(shape), m_attention(kernels.attention), m_rows(rows) {
    const std::string name = layerName(index);
    const auto linear = [&](const LinearWeights& weights) { return makeLinear(kernels.linear, where, weights); };
    const auto norm = [&](const std::string& normName) {
        const NormWeights weights = readNorm(checkpoint, normName);
        return NormWeights{weights.scale.to(where.device, where.activationType()), weights.shift.to(where.device, where.activationType())};
    };
    const LinearWeights query = readLinear(checkpoint, name + "attention.self.query");
    const LinearWeights key = readLinear(checkpoint, name + "attention.self.key");
    const LinearWeights value = readLinear(checkpoint, name + "attention.self.value");
    if (rows == OutputRows::AllTokens) {
        m_projections = linear(stacked({query, key, value}));
    } else {
        m_projections = linear(stacked({key, value}));
        m_query = linear(query);
    }
    m_attentionOutput = linear(readLinear(checkpoint, name + "attention.output.dense"));
    m_attentionNorm = norm(name + "attention.output.LayerNorm");
    m_intermediate = makeLinear(kernels.linear, where, readLinear(checkpoint, name + "intermediate.dense"), shape.activation);
    m_output = linear(readLinear(checkpoint, name + "output.dense"));
    m_outputNorm = norm(name + "output.LayerNorm");
}

at::Tensor EncoderLayer::forward(const at::Tensor& x, const SequenceLayout& layout) const {
    at::Tensor residual = x;
    at::Tensor attended;
    if (m_rows == OutputRows::AllTokens) {
        attended = attendAll(x, layout);
    } else {
        residual = layout.mixed() ? x.index_select(0, layout.starts.narrow(0, 0, layout.sequences))
                                  : x.view({layout.sequences, layout.length, m_shape.hidden}).select(1, 0).contiguous();
        attended = attendFirst(x, residual, layout);
    }
    const at::Tensor h = normalised(m_attentionOutput->applyAdded(attended, residual), m_attentionNorm);
    return normalised(m_output->applyAdded(m_intermediate->apply(h), h), m_outputNorm);
}

at::Tensor EncoderLayer::attendAll(const at::Tensor& x, const SequenceLayout& layout) const {
    // Views into the fused product; attention reads them in place.
    const at::Tensor fused = m_projections->apply(x).view({-1, 3, m_shape.heads, m_shape.hidden / m_shape.heads});
    return attention(m_attention, layout, fused.select(1, 0), fused.select(1, 1), fused.select(1, 2));
}

at::Tensor EncoderLayer::attendFirst(const at::Tensor& x, const at::Tensor& first, const SequenceLayout& layout) const {
    const std::int64_t headSize = m_shape.hidden / m_shape.heads;
    const at::Tensor fused = m_projections->apply(x).view({-1, 2, m_shape.heads, headSize});
    const at::Tensor query = m_query->apply(first).view({-1, m_shape.heads, headSize});
    return attention(m_attention, layout, query, fused.select(1, 0), fused.select(1, 1));
}

at::Tensor EncoderLayer::normalised(const at::Tensor& x, const NormWeights& norm) const {
    return at::layer_norm(x, {m_shape.hidden}, norm.scale, norm.shift, m_shape.normEpsilon);
}

}  // namespace labelwright
