#include "core/checkpoint/model_config.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/default_settings.h"
#include "core/checkpoint/json_fields.h"
#include "core/checkpoint/json_file.h"
#include "core/checkpoint/label_roles.h"
#include "core/checkpoint/model_card.h"
#include "core/checkpoint/sentence_modules.h"

namespace labelwright {
namespace {

constexpr const char* workingTypes = "BERT and StructBERT models work";
constexpr std::uint32_t shortestLength = 8;  // room for special tokens and a few words

std::string textAt(const nlohmann::json& json, const nlohmann::json::json_pointer& path) {
    return json.contains(path) && json[path].is_string() ? json[path].get<std::string>() : std::string();
}

bool isSupportedType(const std::string& type) { return type == "bert" || type == "structbert"; }

/// configuration.json (ModelScope) names the model in one of three places; where those name a task, config.json decides.
std::string modelTypeOf(const nlohmann::json& config, const nlohmann::json& configuration) {
    using Pointer = nlohmann::json::json_pointer;
    for (const char* path : {"/model/backbone/type", "/model/model_type", "/model/type"}) {
        if (std::string type = textAt(configuration, Pointer(path)); isSupportedType(type)) return type;
    }
    return textAt(config, Pointer("/model_type"));
}

Result<Activation> activationNamed(const std::string& name, const std::filesystem::path& folder) {
    if (name == "gelu") return Activation::Gelu;
    if (name == "gelu_new") return Activation::GeluNew;
    if (name == "gelu_pytorch_tanh") return Activation::GeluPytorchTanh;
    if (name == "relu") return Activation::Relu;
    if (name == "silu" || name == "swish") return Activation::Silu;
    return unsupportedModel(folder, "hidden_act is \"" + name + "\"; gelu, gelu_new, gelu_pytorch_tanh, relu and silu work");
}

Result<void> readEncoder(const nlohmann::json& json, const std::filesystem::path& folder, ModelConfig& config) {
    const std::filesystem::path file = folder / "config.json";
    JsonFields fields(json, file);
    // Sizes that are not stated are those of BERT base, as in both reference libraries.
    config.vocabularySize = fields.count("vocab_size", 30522, 1, 1U << 24U);
    config.hiddenSize = fields.count("hidden_size", 768, 1, 1U << 16U);
    config.layers = fields.count("num_hidden_layers", 12, 1, 1000);
    config.heads = fields.count("num_attention_heads", 12, 1, 1000);
    config.intermediateSize = fields.count("intermediate_size", 3072, 1, 1U << 20U);
    config.maxPositions = fields.count("max_position_embeddings", 512, shortestLength, 1U << 20U);
    config.typeVocabularySize = fields.count("type_vocab_size", 2, 1, 1U << 16U);
    config.layerNormEpsilon = fields.real("layer_norm_eps", 1e-12);
    const std::string activation = fields.text("hidden_act", "gelu");
    const std::string positions = fields.text("position_embedding_type", "absolute");
    const bool decoder = fields.flag("is_decoder", false) || fields.flag("add_cross_attention", false);
    if (fields.error()) return *fields.error();

    if (config.hiddenSize % config.heads != 0) {
        return fileMalformed(file, "num_attention_heads", "it must divide hidden_size " + std::to_string(config.hiddenSize));
    }
    if (!(config.layerNormEpsilon > 0 && config.layerNormEpsilon < 1)) {
        return fileMalformed(file, "layer_norm_eps", "it must be between 0 and 1");
    }
    if (positions != "absolute") return unsupportedModel(folder, "position_embedding_type is \"" + positions + "\"; absolute works");
    if (decoder) return unsupportedModel(folder, "it is a decoder; encoders work");
    if (json.contains("quantization_config")) return unsupportedModel(folder, "its weights are quantised; fp32, fp16 and bf16 work");
    Result<Activation> read = activationNamed(activation, folder);
    if (!read) return read.error();
    config.activation = *read;
    return {};
}

struct FamilyClues {
    std::string stated;  ///< labelwright.json
    bool sentenceModules = false;
    bool pooling = false;                    ///< 1_Pooling
    std::vector<std::string> architectures;  ///< config.json
    std::string task;                        ///< configuration.json
    bool labelNames = false;
};

Result<ModelFamily> familyOf(const FamilyClues& clues, const std::filesystem::path& folder) {
    if (clues.stated == "bi-encoder") return ModelFamily::BiEncoder;
    if (clues.stated == "cross-encoder") return ModelFamily::CrossEncoder;
    if (!clues.stated.empty()) {
        return fileMalformed(folder / "labelwright.json", "family", "it must be \"bi-encoder\" or \"cross-encoder\"");
    }
    if (clues.pooling) return ModelFamily::BiEncoder;
    for (const std::string& architecture : clues.architectures) {
        if (architecture.ends_with("ForSequenceClassification")) return ModelFamily::CrossEncoder;
    }
    if (clues.sentenceModules) return ModelFamily::BiEncoder;
    for (const std::string& architecture : clues.architectures) {
        if (architecture == "BertModel") return ModelFamily::BiEncoder;
        // A bare language model would load and answer at random: worse than a refusal.
        if (architecture.find("For") != std::string::npos && !clues.labelNames) {
            return unsupportedModel(folder, "it is a " + architecture +
                                                "; models for sentence embeddings and for entailment (…ForSequenceClassification) work");
        }
    }
    const bool embeddingTask = clues.task == "sentence-embedding" || clues.task == "feature-extraction";
    return embeddingTask ? ModelFamily::BiEncoder : ModelFamily::CrossEncoder;
}

struct OwnSettings {
    std::string family;
    std::string recommendedTemplate;
    std::optional<float> temperature;
    std::vector<std::string> languages;
};

Result<OwnSettings> readOwnSettings(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "labelwright.json";
    Result<std::optional<nlohmann::json>> json = readOptionalJsonFile(file);
    if (!json) return json.error();
    OwnSettings settings;
    if (!json->has_value()) return settings;
    JsonFields fields(**json, file);
    settings.family = fields.text("family", "");
    settings.recommendedTemplate = fields.text("recommended_template", "");
    const double temperature = fields.real("temperature", 0);
    settings.languages = fields.texts("languages");
    if (fields.error()) return *fields.error();
    if ((*json)->contains("temperature")) {
        if (!(temperature >= 1e-4 && temperature <= 100)) return fileMalformed(file, "temperature", "it must be from 0.0001 to 100");
        settings.temperature = static_cast<float>(temperature);
    }
    const std::size_t slot = settings.recommendedTemplate.find("{}");
    if (!settings.recommendedTemplate.empty() &&
        (slot == std::string::npos || settings.recommendedTemplate.find("{}", slot + 1) != std::string::npos)) {
        return fileMalformed(file, "recommended_template", "it must hold {} exactly once");
    }
    return settings;
}

/// "No limit" is written as 1e30 there.
Result<std::optional<std::uint32_t>> tokenizerMaxLength(const std::filesystem::path& folder, std::uint32_t maxPositions) {
    const std::filesystem::path file = folder / "tokenizer_config.json";
    Result<std::optional<nlohmann::json>> json = readOptionalJsonFile(file);
    if (!json) return json.error();
    if (!json->has_value()) return std::optional<std::uint32_t>();
    JsonFields fields(**json, file);
    const double tokens = fields.real("model_max_length", 0);
    if (fields.error()) return *fields.error();
    if (!(tokens >= 1 && tokens <= maxPositions)) return std::optional<std::uint32_t>();
    return std::optional(static_cast<std::uint32_t>(std::floor(tokens)));
}

Result<ModelConfig> readFolder(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config.json";
    Result<nlohmann::json> json = readJsonFile(file);
    if (!json) return json.error().code == ErrorCode::FileNotFound ? modelIncomplete(folder, "config.json") : json.error();
    Result<std::optional<nlohmann::json>> configuration = readOptionalJsonFile(folder / "configuration.json");
    if (!configuration) return configuration.error();
    const nlohmann::json modelScope = configuration->value_or(nlohmann::json::object());

    ModelConfig config;
    JsonFields fields(*json, file);
    FamilyClues clues;
    clues.architectures = fields.texts("architectures");
    if (fields.error()) return *fields.error();
    config.modelType = modelTypeOf(*json, modelScope);
    if (!isSupportedType(config.modelType)) {
        const std::string found =
            config.modelType.empty() ? "config.json states no model_type" : "model_type is \"" + config.modelType + "\"";
        return unsupportedModel(folder, found + "; " + workingTypes);
    }
    if (Result<void> encoder = readEncoder(*json, folder, config); !encoder) return encoder.error();

    Result<SentenceModules> sentence = readSentenceModules(folder);
    if (!sentence) return sentence.error();
    Result<OwnSettings> own = readOwnSettings(folder);
    if (!own) return own.error();
    Result<std::vector<std::string>> names = labelNamesOf(*json, file);
    if (!names) return names.error();

    clues.stated = own->family;
    clues.sentenceModules = sentence->present;
    clues.pooling = sentence->pooling.has_value();
    clues.task = textAt(modelScope, nlohmann::json::json_pointer("/task"));
    clues.labelNames = !names->empty();
    Result<ModelFamily> family = familyOf(clues, folder);
    if (!family) return family.error();
    config.family = *family;

    Result<std::optional<std::uint32_t>> tokenizerLength = tokenizerMaxLength(folder, config.maxPositions);
    if (!tokenizerLength) return tokenizerLength.error();
    config.maxLength = std::min(config.maxPositions, tokenizerLength->value_or(config.maxPositions));

    config.languages = own->languages.empty() ? readModelCard(folder).languages : own->languages;
    if (config.family == ModelFamily::BiEncoder) {
        config.maxLength = std::min(config.maxLength, sentence->maxLength.value_or(config.maxLength));
        config.pooling = sentence->pooling.value_or(defaultPooling(folder));
        config.temperature = own->temperature.value_or(defaultTemperature(folder));
    } else {
        config.temperature = own->temperature;
        config.labelNames = *std::move(names);
        const std::size_t columns = config.labelNames.empty() ? 3 : config.labelNames.size();
        if (Result<void> roles = config.resolveRoles(static_cast<std::uint32_t>(columns), folder); !roles) return roles.error();
    }
    config.maxLength = std::max(config.maxLength, shortestLength);
    config.recommendedTemplate = own->recommendedTemplate.empty() ? defaultTemplate(config) : own->recommendedTemplate;
    return config;
}

}  // namespace

Result<ModelConfig> ModelConfig::read(const std::filesystem::path& modelFolder) {
    try {
        return readFolder(modelFolder);
    } catch (const std::bad_alloc&) {
        return notEnoughMemoryFor(modelFolder);
    } catch (const std::exception& error) {
        return unexpectedException(modelFolder, error.what());
    }
}

}  // namespace labelwright
