#pragma once

#include "core/torch_backend/encoders/cpu_attention.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

enum class AttentionKind {
    Library,    ///< libtorch's scaled_dot_product_attention: any device; sequences of one length
    Avx512,     ///< cpu_attention.h; sequences of one length
    Flash,      ///< libtorch's flash kernel for sequences of any lengths one after another; cards from Ampere on, fp16 and bf16
    Efficient,  ///< the same with libtorch's memory-efficient kernel; any card and precision
};

/// Whether sequences of different lengths may stand in one batch.
bool mixesLengths(AttentionKind kind) noexcept;

/// The faster kind of two on this processor for heads of this size. `type` is float or bfloat16.
AttentionKind cpuAttentionKind(at::ScalarType type, std::int64_t headSize, const CpuFeatures& features);
/// `capability`: of the card, 75 for 7.5. Library where heads are of a size that the other kernels cannot load.
AttentionKind cudaAttentionKind(at::ScalarType type, std::int64_t headSize, int capability);

/// Where the sequences of a batch lie in its rows.
struct SequenceLayout {
    std::int64_t sequences = 0;
    std::int64_t length = 0;  ///< of the longest sequence, or of each
    at::Tensor starts;        ///< [B + 1] int32 on the device: first rows, then the number of rows; undefined for sequences of one length

    bool mixed() const { return starts.defined(); }
};

/// softmax(Q·Kᵀ/√d)·V of each head, without mask. Key and value [T, heads, d], rows of all sequences; query the same or [B, heads, d],
/// first tokens only. Views with unit last stride, of the type and on the device that the kind serves. Result [T or B, heads·d],
/// contiguous.
at::Tensor attention(AttentionKind kind, const SequenceLayout& layout, const at::Tensor& query, const at::Tensor& key,
                     const at::Tensor& value);

}  // namespace labelwright
