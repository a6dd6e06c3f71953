#pragma once

#include <cstdint>
#include <vector>

#include "core/torch_backend/encoders/encoder_layer.h"

namespace labelwright {

/// Sequences of one length, one after another, as the encoder reads them.
struct SequenceBatch {
    std::vector<std::uint32_t> ids;     ///< [B·S]
    std::vector<std::uint8_t> typeIds;  ///< [B·S], or empty: all of type 0
    std::int64_t sequences = 0;
    std::int64_t length = 0;

    void clear() noexcept {
        ids.clear();
        typeIds.clear();
        sequences = length = 0;
    }
};

/// The BERT body. Immutable after construction, which reads checked tensors only; used inside the border (compute_device.h).
class BertEncoder {
public:
    BertEncoder(const Checkpoint& checkpoint, const ModelConfig& config, EncoderKernels kernels, ComputeDevice where, OutputRows rows);

    /// Hidden states after the last layer, in the activation type: [B·S, H], or [B, H] of first tokens.
    at::Tensor forward(const SequenceBatch& batch) const;

    const ComputeDevice& where() const noexcept { return m_where; }
    std::int64_t hiddenSize() const noexcept { return m_shape.hidden; }

private:
    at::Tensor embed(const SequenceBatch& batch) const;

    ComputeDevice m_where;
    LayerShape m_shape;
    std::int64_t m_positions;
    at::Tensor m_words;              // [V, H]
    at::Tensor m_typesAndPositions;  // [types·positions, H]: sums of the two tables
    NormWeights m_norm;
    std::vector<EncoderLayer> m_layers;
};

/// Floating-point operations of one token that every layer sees, attention aside (performance.md 1.1).
double flopsPerToken(const ModelConfig& config) noexcept;
/// Bytes of activations alive at once for each token of a batch.
std::uint64_t activationBytesPerToken(const ModelConfig& config, Precision precision) noexcept;

}  // namespace labelwright
