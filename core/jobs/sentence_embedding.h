#pragma once

#include <span>
#include <string>

#include "core/inference/classifier.h"
#include "core/labels/meaning/sentence_vectors.h"

namespace labelwright {

/// Embeds sentences with a bi-encoder, those that `known` holds without the model; each sentence once. InvalidArgument: the model has no
/// embeddings. Worker thread.
Result<SentenceVectors> embedSentences(Classifier& classifier, std::span<const std::string> sentences, EmbeddingStore& known);

}  // namespace labelwright
