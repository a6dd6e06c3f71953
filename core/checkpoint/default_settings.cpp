#include "core/checkpoint/default_settings.h"

#include <algorithm>
#include <string_view>

namespace labelwright {
namespace {

/// The name of the model: that of the folder, in a Hugging Face cache ("models--BAAI--bge-small-zh/snapshots/7999e1…") of the repository.
std::string modelName(const std::filesystem::path& modelFolder) {
    std::filesystem::path folder = modelFolder.lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    if (folder.parent_path().filename() == "snapshots") folder = folder.parent_path().parent_path();
    std::string name = folder.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    return name;
}

bool isNamedAfter(const std::filesystem::path& modelFolder, std::string_view series) {
    const std::string name = modelName(modelFolder);
    const std::size_t at = name.find(series);
    return at != std::string::npos && (at == 0 || name[at - 1] == '-' || name[at - 1] == '_');
}

bool speaks(const ModelConfig& config, std::string_view language) {
    return std::find(config.languages.begin(), config.languages.end(), language) != config.languages.end();
}

}  // namespace

float defaultTemperature(const std::filesystem::path& modelFolder) { return isNamedAfter(modelFolder, "bge-") ? 0.01F : 0.05F; }

Pooling defaultPooling(const std::filesystem::path& modelFolder) {
    return isNamedAfter(modelFolder, "bge-") || isNamedAfter(modelFolder, "gte-") ? Pooling::Cls : Pooling::Mean;
}

std::string defaultTemplate(const ModelConfig& config) {
    const bool english = speaks(config, "en") && !speaks(config, "zh");
    return config.family == ModelFamily::CrossEncoder && english ? "This example is {}." : "{}";
}

}  // namespace labelwright
