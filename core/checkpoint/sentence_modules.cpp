#include "core/checkpoint/sentence_modules.h"

#include <limits>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/json_fields.h"
#include "core/checkpoint/json_file.h"

namespace labelwright {
namespace {

constexpr std::string_view modePrefix = "pooling_mode_";

std::string lastComponent(const std::string& type) {
    const std::size_t dot = type.rfind('.');
    return dot == std::string::npos ? type : type.substr(dot + 1);
}

/// The folder of the pooling module, "1_Pooling" unless modules.json says otherwise.
Result<std::string> poolingFolder(const nlohmann::json& modules, const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::string pooling = "1_Pooling";
    if (!modules.is_array()) return fileMalformed(file, "line 1, column 1", "it must be a list");
    for (const nlohmann::json& module : modules) {
        JsonFields fields(module, file);
        const std::string kind = lastComponent(fields.text("type", ""));
        const std::string path = fields.text("path", "");
        if (fields.error()) return *fields.error();
        if (kind == "Pooling") {
            const std::filesystem::path plain = std::filesystem::path(path).filename();
            if (plain != path) return fileMalformed(file, "path", "\"" + path + "\" is not the plain name of a folder");
            pooling = path;
        } else if (kind != "Transformer" && kind != "Normalize") {
            return unsupportedModel(folder, "modules.json asks for the layer " + kind + "; Transformer, Pooling and Normalize work");
        }
    }
    return pooling;
}

Result<Pooling> poolingOf(const nlohmann::json& config, const std::filesystem::path& folder) {
    std::string modes;
    const auto add = [&](const std::string& mode) { modes += (modes.empty() ? "" : " + ") + mode; };
    for (const auto& [key, value] : config.items()) {
        if (key == "pooling_mode" && value.is_string()) add(value.get<std::string>());
        if (key.starts_with(modePrefix) && value.is_boolean() && value.get<bool>()) add(key.substr(modePrefix.size()));
    }
    if (modes == "cls_token" || modes == "cls") return Pooling::Cls;
    if (modes == "mean_tokens" || modes == "mean") return Pooling::Mean;
    return unsupportedModel(folder, "its pooling is " + (modes.empty() ? "not stated" : modes) + "; cls_token and mean_tokens work");
}

}  // namespace

Result<SentenceModules> readSentenceModules(const std::filesystem::path& modelFolder) {
    SentenceModules sentence;
    const std::filesystem::path modulesFile = modelFolder / "modules.json";
    Result<std::optional<nlohmann::json>> modules = readOptionalJsonFile(modulesFile);
    if (!modules) return modules.error();
    std::string pooling = "1_Pooling";
    if (modules->has_value()) {
        sentence.present = true;
        Result<std::string> named = poolingFolder(**modules, modulesFile, modelFolder);
        if (!named) return named.error();
        pooling = *std::move(named);
    }

    Result<std::optional<nlohmann::json>> config = readOptionalJsonFile(modelFolder / pooling / "config.json");
    if (!config) return config.error();
    if (config->has_value()) {
        sentence.present = true;
        Result<Pooling> mode = poolingOf(**config, modelFolder);
        if (!mode) return mode.error();
        sentence.pooling = *mode;
    }

    const std::filesystem::path lengthFile = modelFolder / "sentence_bert_config.json";
    Result<std::optional<nlohmann::json>> length = readOptionalJsonFile(lengthFile);
    if (!length) return length.error();
    if (length->has_value()) {
        sentence.present = true;
        JsonFields fields(**length, lengthFile);
        const std::uint32_t tokens = fields.count("max_seq_length", 0, 1, std::numeric_limits<std::uint32_t>::max());
        if (fields.error()) return *fields.error();
        if (tokens > 0) sentence.maxLength = tokens;
    }
    return sentence;
}

}  // namespace labelwright
