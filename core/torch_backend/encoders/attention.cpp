#include "core/torch_backend/encoders/attention.h"

namespace labelwright {
namespace {

AttentionType attentionType(at::ScalarType type) { return type == at::kBFloat16 ? AttentionType::BFloat16 : AttentionType::Float32; }

AttentionRows rowsOf(const at::Tensor& heads) { return {heads.const_data_ptr(), heads.stride(0), heads.stride(1)}; }

}  // namespace

AttentionKind cpuAttentionKind(at::ScalarType type, std::int64_t headSize, const CpuFeatures& features) {
    return cpuAttentionServes(attentionType(type), headSize, features) ? AttentionKind::Avx512 : AttentionKind::Library;
}

at::Tensor attention(AttentionKind kind, const at::Tensor& query, const at::Tensor& key, const at::Tensor& value) {
    const AttentionShape shape{query.size(0), query.size(2), query.size(3), query.size(1), key.size(1)};
    const std::int64_t rows = shape.sequences * shape.queries;
    const std::int64_t width = shape.heads * shape.headSize;
    if (kind == AttentionKind::Library)
        return at::scaled_dot_product_attention(query.transpose(1, 2), key.transpose(1, 2), value.transpose(1, 2))
            .transpose(1, 2)
            .reshape({rows, width});
    at::Tensor out = at::empty({rows, width}, query.options());
    attendOnCpu(attentionType(query.scalar_type()), shape, rowsOf(query), rowsOf(key), rowsOf(value), out.mutable_data_ptr());
    return out;
}

}  // namespace labelwright
