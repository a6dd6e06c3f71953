#pragma once

#include "core/torch_backend/encoders/cpu_attention.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

enum class AttentionKind {
    Library,  ///< libtorch's scaled_dot_product_attention: flash kernels, any device
    Avx512,   ///< cpu_attention.h
};

/// The faster kind of two on this processor for heads of this size. `type` is float or bfloat16.
AttentionKind cpuAttentionKind(at::ScalarType type, std::int64_t headSize, const CpuFeatures& features);

/// softmax(Q·Kᵀ/√d)·V of each head, without mask. Query [B, Q, heads, d], key and value [B, S, heads, d]: views with unit last stride,
/// of the type and on the device that the kind serves. Result [B·Q, heads·d], contiguous.
at::Tensor attention(AttentionKind kind, const at::Tensor& query, const at::Tensor& key, const at::Tensor& value);

}  // namespace labelwright
