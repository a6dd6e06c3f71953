#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/checkpoint/model_config.h"

namespace labelwright {

enum class ModelOrigin { Bundled, UserFolder, HuggingFaceCache, ModelScopeCache, Downloaded };

/// What the model page and `labelwright-cli models` show of a folder, without loading weights.
struct ModelEntry {
    std::string id;    ///< unique in a catalogue: folder name, or owner/name for hub caches
    std::string name;  ///< shown
    std::filesystem::path folder;
    ModelOrigin origin = ModelOrigin::UserFolder;
    std::optional<ModelConfig> config;  ///< absent if the folder cannot be used
    std::uint64_t weightBytes = 0;
    std::string licence;  ///< from the card's front matter or a LICENSE file; empty: not stated
    std::vector<std::string> languages;
    std::vector<std::string> missing;  ///< files that are missing
    std::string problem;               ///< why it cannot be used, one sentence; empty: usable
    bool usable() const noexcept { return problem.empty() && missing.empty(); }
};

/// Where to look. Paths that do not exist are skipped.
struct CatalogRoots {
    std::vector<std::filesystem::path> bundled;      ///< folders that hold model folders
    std::vector<std::filesystem::path> userFolders;  ///< model folders, or folders that hold some
    std::vector<std::filesystem::path> downloads;
    std::filesystem::path huggingFaceCache;  ///< …/hub with models--owner--name/snapshots/…
    std::filesystem::path modelScopeCache;   ///< …/hub[/models]/owner/name
};

/// Looks at one folder (config, tokenizer, weight files, card).
ModelEntry inspectModelFolder(const std::filesystem::path& folder, ModelOrigin origin);
/// All models found: bundled first, then the rest by name; a folder found twice is listed once.
std::vector<ModelEntry> findModels(const CatalogRoots& roots);
/// HF_HOME, XDG_CACHE_HOME, MODELSCOPE_CACHE and their defaults.
std::filesystem::path defaultHuggingFaceCache();
std::filesystem::path defaultModelScopeCache();

}  // namespace labelwright
