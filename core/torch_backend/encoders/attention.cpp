#include "core/torch_backend/encoders/attention.h"

namespace labelwright {
namespace {

AttentionType attentionType(at::ScalarType type) { return type == at::kBFloat16 ? AttentionType::BFloat16 : AttentionType::Float32; }

AttentionRows rowsOf(const at::Tensor& heads) { return {heads.const_data_ptr(), heads.stride(0), heads.stride(1)}; }

/// Rows [B·n, heads, d] as [B, n, heads, d].
at::Tensor bySequence(const SequenceLayout& layout, const at::Tensor& rows) {
    return rows.view({layout.sequences, rows.size(0) / layout.sequences, rows.size(1), rows.size(2)});
}

at::Tensor ofOneLength(AttentionKind kind, const at::Tensor& query, const at::Tensor& key, const at::Tensor& value) {
    if (kind == AttentionKind::Library)
        return at::scaled_dot_product_attention(query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2)).transpose(1, 2);
    const AttentionShape shape{query.size(0), query.size(2), query.size(3), query.size(1), key.size(1)};
    at::Tensor out = at::empty(query.sizes(), query.options());
    attendOnCpu(attentionType(query.scalar_type()), shape, rowsOf(query), rowsOf(key), rowsOf(value), out.mutable_data_ptr());
    return out;
}

at::Tensor ofMixedLengths(AttentionKind kind, const SequenceLayout& layout, const at::Tensor& query, const at::Tensor& key,
                          const at::Tensor& value) {
    const bool allTokens = query.size(0) == key.size(0);
    const at::Tensor starts = allTokens ? layout.starts : at::arange(layout.sequences + 1, layout.starts.options());
    const std::int64_t longest = allTokens ? layout.length : 1;
    constexpr double dropout = 0;
    if (kind == AttentionKind::Flash)
        return std::get<0>(
            at::_flash_attention_forward(query, key, value, starts, layout.starts, longest, layout.length, dropout, false, false));
    constexpr std::int64_t noMask = 0;
    return std::get<0>(at::_efficient_attention_forward(query.unsqueeze(0), key.unsqueeze(0), value.unsqueeze(0), {}, starts, layout.starts,
                                                        longest, layout.length, dropout, noMask));
}

}  // namespace

bool mixesLengths(AttentionKind kind) noexcept { return kind == AttentionKind::Flash || kind == AttentionKind::Efficient; }

AttentionKind cpuAttentionKind(at::ScalarType type, std::int64_t headSize, const CpuFeatures& features) {
    return cpuAttentionServes(attentionType(type), headSize, features) ? AttentionKind::Avx512 : AttentionKind::Library;
}

AttentionKind cudaAttentionKind(at::ScalarType type, std::int64_t headSize, int capability) {
    constexpr int ampere = 80;
    constexpr std::int64_t valuesLoadedAtOnce = 8;
    constexpr std::int64_t widestFlashHead = 256;
    if (headSize % valuesLoadedAtOnce != 0) return AttentionKind::Library;
    const bool flash = capability >= ampere && type != at::kFloat && headSize <= widestFlashHead;
    return flash ? AttentionKind::Flash : AttentionKind::Efficient;
}

at::Tensor attention(AttentionKind kind, const SequenceLayout& layout, const at::Tensor& query, const at::Tensor& key,
                     const at::Tensor& value) {
    const at::Tensor attended = mixesLengths(kind)
                                    ? ofMixedLengths(kind, layout, query, key, value)
                                    : ofOneLength(kind, bySequence(layout, query), bySequence(layout, key), bySequence(layout, value));
    return attended.reshape({query.size(0), query.size(1) * query.size(2)});
}

}  // namespace labelwright
