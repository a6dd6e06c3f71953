#pragma once

#include "core/checkpoint/model_config.h"
#include "core/torch_backend/torch_headers.h"

namespace labelwright {

/// One unit vector for each sequence: the first token or the mean of all tokens, divided by its length (as sentence-transformers does).
/// hidden [B·S, H], or [B, H] if the encoder kept first tokens only; result [B, H] in fp32 on hidden's device.
at::Tensor pooledEmbeddings(const at::Tensor& hidden, std::int64_t sequences, Pooling pooling);

}  // namespace labelwright
