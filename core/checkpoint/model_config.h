#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

enum class ModelFamily { BiEncoder, CrossEncoder };
enum class Activation { Gelu, GeluNew, GeluPytorchTanh, Relu, Silu };
enum class Pooling { Cls, Mean };

/// What config.json, configuration.json, modules.json, 1_Pooling, sentence_bert_config.json, tokenizer_config.json and labelwright.json of
/// a folder say. Nothing here depends on the weights.
struct ModelConfig {
    // encoder (BERT and StructBERT share it)
    std::string modelType;  ///< "bert", "structbert"
    std::uint32_t vocabularySize = 0;
    std::uint32_t hiddenSize = 0;
    std::uint32_t layers = 0;
    std::uint32_t heads = 0;
    std::uint32_t intermediateSize = 0;
    std::uint32_t maxPositions = 512;
    std::uint32_t typeVocabularySize = 2;
    double layerNormEpsilon = 1e-12;
    Activation activation = Activation::Gelu;

    ModelFamily family = ModelFamily::CrossEncoder;
    Pooling pooling = Pooling::Cls;  ///< bi-encoder
    std::uint32_t maxLength = 512;   ///< longest sequence incl. special tokens: sentence_bert_config, tokenizer_config, positions

    // cross-encoder roles: columns by label name; where there are none, by rule (see resolveRoles)
    std::vector<std::string> labelNames;  ///< by column; empty if the config names none ("LABEL_0" counts as none)
    std::uint32_t entailmentColumn = 0;
    std::optional<std::uint32_t> contradictionColumn;
    std::optional<std::uint32_t> neutralColumn;
    bool rolesByRule = false;  ///< true: a column was not found by its name but by rule; show it to the user

    // labelwright.json, all optional
    std::string recommendedTemplate = "{}";
    std::optional<float> temperature;    ///< bi-encoder, always set; see default_settings.h where nothing is said
    std::vector<std::string> languages;  ///< "zh", "en"; from labelwright.json, else the card's front matter

    /// Reads and checks a folder. UnsupportedModel names what is not supported (model_type, hidden_act, position_embedding_type).
    /// ModelIncomplete without config.json; FileMalformed with file and place.
    static Result<ModelConfig> read(const std::filesystem::path& modelFolder);

    /// Settles the role columns of a cross-encoder once the rows of the classifier are known; read() has done it where id2label has names.
    /// Named: entail*, contra* or not_entail*, neutral*; what has no name of its own follows Hugging Face's rule (models.md 2). Nameless:
    /// three columns as ModelScope (0 entailment, 1 neutral, 2 contradiction), two by Hugging Face's rule (1 entailment, 0 contradiction).
    /// UnsupportedModel if the names or their number do not fit. `folder` is for the message.
    Result<void> resolveRoles(std::uint32_t columns, const std::filesystem::path& folder);
};

}  // namespace labelwright
