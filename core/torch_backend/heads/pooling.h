#pragma once

#include "core/checkpoint/model_config.h"
#include "core/torch_backend/encoders/bert_encoder.h"

namespace labelwright {

/// One unit vector for each sequence: the first token or the mean of all tokens, divided by its length (as sentence-transformers does).
/// For Pooling::Cls the encoder must have kept first tokens only. Result [B, H] in fp32 on the device.
at::Tensor pooledEmbeddings(const HiddenStates& hidden, Pooling pooling);

}  // namespace labelwright
