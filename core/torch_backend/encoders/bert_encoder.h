#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/torch_backend/encoders/encoder_layer.h"

namespace labelwright {

/// Sequences one after another, as the encoder reads them: of one length, unless the encoder mixes lengths.
struct SequenceBatch {
    std::vector<std::uint32_t> ids;      ///< [T]
    std::vector<std::uint8_t> typeIds;   ///< [T], or empty: all of type 0
    std::vector<std::uint32_t> lengths;  ///< [B]
    std::uint32_t longest = 0;

    std::int64_t sequences() const noexcept { return static_cast<std::int64_t>(lengths.size()); }
    /// After the tokens of a sequence were appended.
    void endSequence(std::uint32_t length) {
        lengths.push_back(length);
        longest = std::max(longest, length);
    }
    void clear() noexcept {
        ids.clear();
        typeIds.clear();
        lengths.clear();
        longest = 0;
    }
};

/// What the encoder gives: [T, H], or [B, H] of first tokens, in the activation type.
struct HiddenStates {
    at::Tensor values;
    SequenceLayout layout;
};

/// The BERT body. Immutable after construction, which reads checked tensors only; used inside the border (compute_device.h).
class BertEncoder {
public:
    BertEncoder(const Checkpoint& checkpoint, const ModelConfig& config, EncoderKernels kernels, ComputeDevice where, OutputRows rows);

    /// After the last layer.
    HiddenStates forward(const SequenceBatch& batch) const;
    /// Whether a batch may hold sequences of different lengths.
    bool mixesLengths() const noexcept { return labelwright::mixesLengths(m_attention); }

    const ComputeDevice& where() const noexcept { return m_where; }
    std::int64_t hiddenSize() const noexcept { return m_shape.hidden; }

private:
    /// Looked up and added, before the norm; sets layout.starts where lengths are mixed.
    at::Tensor lookUp(const SequenceBatch& batch) const;
    at::Tensor lookUpMixed(const SequenceBatch& batch, SequenceLayout& layout) const;

    ComputeDevice m_where;
    AttentionKind m_attention;
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
