#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "core/checkpoint/checkpoint.h"
#include "core/inference/classifier.h"
#include "core/tokenizer/wordpiece_tokenizer.h"
#include "core/torch_backend/encoders/bert_encoder.h"

namespace labelwright {

/// What the loader found and chose before a family is built from it.
struct ModelSource {
    std::string modelId;
    ModelConfig config;
    Checkpoint checkpoint;
    WordPieceTokenizer tokenizer;
    ComputeDevice where;
    EncoderKernels kernels;
    std::string kernel;              ///< ClassifierTraits::kernel
    std::vector<std::string> notes;  ///< ClassifierTraits::notes
};

/// The part of the traits that families share; each adds its own.
ClassifierTraits commonTraits(const ModelSource& source);

/// Ids without special tokens. Of each text at most maxTokens are kept, which is more than any sequence can hold, so that a cut stays
/// visible.
EncodedChunk encodeTexts(const WordPieceTokenizer& tokenizer, std::span<const TextRecord> texts, std::uint32_t maxTokens);

/// Refuses batches that break ScoringSession's contract: no items, different lengths where the encoder does not mix them, texts or labels
/// out of range.
Result<void> checkBatch(const EncodedChunk& chunk, std::span<const WorkItem> batch, std::size_t labels, bool mixesLengths);

/// Values that overflowed, as fp16 can, must not pass as scores.
Result<void> checkFinite(std::span<const float> values, const ComputeDevice& where);

}  // namespace labelwright
