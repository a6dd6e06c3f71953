#pragma once

#include <cstdint>

#include "core/torch_backend/cpu_features.h"

namespace labelwright {

/// Attention of short sequences on AVX-512, several times faster than libtorch's, which is written for long ones: at 32 tokens that took
/// a tenth of a bf16 forward pass.
enum class AttentionType { Float32, BFloat16 };

/// Query, key or value rows of all heads: element (sequence, token, head, i) lies at
/// data + sequence·sequenceStride + token·tokenStride + head·headSize + i, in elements of the type.
struct AttentionRows {
    const void* data = nullptr;
    std::int64_t sequenceStride = 0;
    std::int64_t tokenStride = 0;
};

struct AttentionShape {
    std::int64_t sequences = 0;
    std::int64_t heads = 0;
    std::int64_t headSize = 0;
    std::int64_t queries = 0;  ///< of each sequence
    std::int64_t keys = 0;     ///< of each sequence
};

/// Whether this processor and head size are served; elsewhere libtorch's attention does it.
bool cpuAttentionServes(AttentionType type, std::int64_t headSize, const CpuFeatures& features) noexcept;

/// softmax(Q·Kᵀ/√d)·V for every head, without mask; sums in fp32. `out` [sequences, queries, heads·headSize], contiguous, of the same type.
/// Runs on libtorch's threads. Only where cpuAttentionServes().
void attendOnCpu(AttentionType type, const AttentionShape& shape, AttentionRows query, AttentionRows key, AttentionRows value, void* out);

}  // namespace labelwright
