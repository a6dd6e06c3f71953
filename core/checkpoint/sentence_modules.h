#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/checkpoint/model_config.h"

namespace labelwright {

/// The files of sentence-transformers in a folder.
struct SentenceModules {
    bool present = false;                    ///< any of modules.json, 1_Pooling, sentence_bert_config.json
    std::optional<Pooling> pooling;          ///< absent if no pooling module has a config
    std::optional<std::uint32_t> maxLength;  ///< max_seq_length
};

/// UnsupportedModel for modules that would change the embedding (Dense, LSTM …) and for pooling other than CLS or mean.
Result<SentenceModules> readSentenceModules(const std::filesystem::path& modelFolder);

}  // namespace labelwright
