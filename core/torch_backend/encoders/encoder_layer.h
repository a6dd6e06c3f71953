#pragma once

#include "core/torch_backend/encoders/attention.h"
#include "core/torch_backend/encoders/bert_tensors.h"

namespace labelwright {

/// Sizes that every layer shares.
struct LayerShape {
    std::int64_t hidden = 0;
    std::int64_t heads = 0;
    double normEpsilon = 1e-12;
    Activation activation = Activation::Gelu;
};

/// How a model's layers compute.
struct EncoderKernels {
    LinearKind linear = LinearKind::Library;
    AttentionKind attention = AttentionKind::Library;
};

/// Which rows of its output somebody reads: in the last layer of a [CLS]-pooled model all but the first of each sequence can be left out.
enum class OutputRows { AllTokens, FirstToken };

/// One BERT layer (post-norm), on B sequences of T tokens together, without mask:
///   h = LN(x + Wo·softmax(Q·Kᵀ/√d)·V + bo),  y = LN(h + W2·act(W1·h + b1) + b2)
class EncoderLayer {
public:
    EncoderLayer(const Checkpoint& checkpoint, std::uint32_t index, LayerShape shape, EncoderKernels kernels, const ComputeDevice& where,
                 OutputRows rows);

    /// x [T, H] -> [T, H], or [B, H] where only first tokens are read.
    at::Tensor forward(const at::Tensor& x, const SequenceLayout& layout) const;

private:
    at::Tensor attendAll(const at::Tensor& x, const SequenceLayout& layout) const;
    at::Tensor attendFirst(const at::Tensor& x, const at::Tensor& first, const SequenceLayout& layout) const;
    at::Tensor normalised(const at::Tensor& x, const NormWeights& norm) const;

    LayerShape m_shape;
    AttentionKind m_attention;
    OutputRows m_rows;
    std::unique_ptr<LinearKernel> m_projections;  // query, key and value in one; key and value where only first tokens are read
    std::unique_ptr<LinearKernel> m_query;        // only where first tokens are read
    std::unique_ptr<LinearKernel> m_attentionOutput;
    std::unique_ptr<LinearKernel> m_intermediate;
    std::unique_ptr<LinearKernel> m_output;
    NormWeights m_attentionNorm;
    NormWeights m_outputNorm;
};

}  // namespace labelwright
