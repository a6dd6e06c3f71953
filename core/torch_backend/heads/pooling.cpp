#include "core/torch_backend/heads/pooling.h"

namespace labelwright {

at::Tensor pooledEmbeddings(const at::Tensor& hidden, std::int64_t sequences, Pooling pooling) {
    constexpr double shortest = 1e-12;  // keeps a zero vector zero
    const at::Tensor tokens = hidden.view({sequences, -1, hidden.size(-1)});
    const at::Tensor pooled = pooling == Pooling::Mean ? tokens.mean(1, false, at::kFloat) : tokens.select(1, 0).to(at::kFloat);
    return pooled.div(pooled.norm(2, 1, true).clamp_min(shortest));
}

}  // namespace labelwright
