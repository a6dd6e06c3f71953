#include "core/torch_backend/heads/pooling.h"

namespace labelwright {
namespace {

at::Tensor meanOfTokens(const HiddenStates& hidden) {
    const SequenceLayout& layout = hidden.layout;
    if (layout.mixed()) return at::segment_reduce(hidden.values.to(at::kFloat), "mean", {}, {}, layout.starts, 0, true);
    return hidden.values.view({layout.sequences, layout.length, -1}).mean(1, false, at::kFloat);
}

}  // namespace

at::Tensor pooledEmbeddings(const HiddenStates& hidden, Pooling pooling) {
    constexpr double shortest = 1e-12;  // keeps a zero vector zero
    const at::Tensor pooled = pooling == Pooling::Mean ? meanOfTokens(hidden) : hidden.values.to(at::kFloat);
    return pooled.div(pooled.norm(2, 1, true).clamp_min(shortest));
}

}  // namespace labelwright
