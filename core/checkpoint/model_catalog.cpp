#include "core/checkpoint/model_catalog.h"

#include <algorithm>
#include <set>

#include "core/checkpoint/hub_caches.h"
#include "core/checkpoint/model_card.h"
#include "core/checkpoint/weight_layout.h"

namespace labelwright {
namespace {

bool isThere(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

bool holdsOneOf(const std::filesystem::path& folder, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return isThere(folder / name); });
}

bool looksLikeModel(const std::filesystem::path& folder) {
    return holdsOneOf(folder, {"config.json", "configuration.json", "model.safetensors", "model.safetensors.index.json",
                               "pytorch_model.bin", "pytorch_model.bin.index.json", "pytorch_model.pt"});
}

std::string nameOf(const std::filesystem::path& folder) {
    const std::filesystem::path normal = folder.lexically_normal();
    return (normal.has_filename() ? normal : normal.parent_path()).filename().string();
}

void lookAtWeights(ModelEntry& entry) {
    Result<WeightLayout> layout = findWeights(entry.folder);
    if (!layout) {
        if (layout.error().code == ErrorCode::ModelIncomplete) {
            entry.missing.push_back(layout.error().arguments.at(1));
        } else if (entry.problem.empty()) {
            entry.problem = layout.error().detail;
        }
        return;
    }
    for (const std::filesystem::path& file : layout->files) {
        std::error_code error;
        const std::uintmax_t bytes = std::filesystem::file_size(file, error);
        if (error) {
            entry.missing.push_back(file.filename().string());
        } else {
            entry.weightBytes += bytes;
        }
    }
}

void lookAtConfig(ModelEntry& entry) {
    Result<ModelConfig> config = ModelConfig::read(entry.folder);
    if (config) {
        entry.languages = config->languages;
        entry.config = *std::move(config);
    } else if (config.error().code == ErrorCode::ModelIncomplete) {
        entry.missing.push_back(config.error().arguments.at(1));
    } else {
        entry.problem = config.error().detail;
    }
}

/// Gathers entries of one catalogue: no folder twice, no id twice.
class Catalogue {
public:
    void add(const std::filesystem::path& folder, ModelOrigin origin, const std::string& id = {}) {
        std::error_code error;
        const std::filesystem::path canonical = std::filesystem::canonical(folder, error);
        if (error || !m_folders.insert(canonical).second) return;
        ModelEntry entry = inspectModelFolder(folder, origin);
        if (!id.empty()) entry.id = entry.name = id;
        const std::string wanted = entry.id;
        for (int number = 2; !m_ids.insert(entry.id).second; ++number) entry.id = wanted + "-" + std::to_string(number);
        m_entries.push_back(std::move(entry));
    }

    /// The folder itself if it is a model, else the models in it: name, or owner/name as the hubs have it.
    void addFolderOrChildren(const std::filesystem::path& folder, ModelOrigin origin) {
        if (looksLikeModel(folder)) return add(folder, origin);
        for (const std::filesystem::path& child : subfolders(folder)) {
            if (looksLikeModel(child)) {
                add(child, origin);
                continue;
            }
            for (const std::filesystem::path& grandchild : subfolders(child)) {
                if (looksLikeModel(grandchild)) add(grandchild, origin, nameOf(child) + "/" + nameOf(grandchild));
            }
        }
    }

    void addCached(const std::vector<CachedModel>& models, ModelOrigin origin) {
        for (const CachedModel& model : models) {
            if (looksLikeModel(model.folder)) add(model.folder, origin, model.id);
        }
    }

    std::vector<ModelEntry> take() {
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const ModelEntry& a, const ModelEntry& b) {
            const bool aBundled = a.origin == ModelOrigin::Bundled;
            const bool bBundled = b.origin == ModelOrigin::Bundled;
            if (aBundled != bBundled) return aBundled;
            return !aBundled && a.name < b.name;
        });
        return std::move(m_entries);
    }

private:
    std::vector<ModelEntry> m_entries;
    std::set<std::filesystem::path> m_folders;
    std::set<std::string> m_ids;
};

}  // namespace

ModelEntry inspectModelFolder(const std::filesystem::path& folder, ModelOrigin origin) {
    ModelEntry entry;
    entry.id = entry.name = nameOf(folder);
    entry.folder = folder;
    entry.origin = origin;
    lookAtConfig(entry);
    lookAtWeights(entry);
    if (!holdsOneOf(folder, {"tokenizer.json", "vocab.txt"})) entry.missing.emplace_back("tokenizer.json or vocab.txt");
    const ModelCard card = readModelCard(folder);
    entry.licence = card.licence;
    if (entry.languages.empty()) entry.languages = card.languages;
    return entry;
}

std::vector<ModelEntry> findModels(const CatalogRoots& roots) {
    Catalogue catalogue;
    for (const std::filesystem::path& folder : roots.bundled) catalogue.addFolderOrChildren(folder, ModelOrigin::Bundled);
    for (const std::filesystem::path& folder : roots.userFolders) catalogue.addFolderOrChildren(folder, ModelOrigin::UserFolder);
    for (const std::filesystem::path& folder : roots.downloads) catalogue.addFolderOrChildren(folder, ModelOrigin::Downloaded);
    catalogue.addCached(modelsInHuggingFaceCache(roots.huggingFaceCache), ModelOrigin::HuggingFaceCache);
    catalogue.addCached(modelsInModelScopeCache(roots.modelScopeCache), ModelOrigin::ModelScopeCache);
    return catalogue.take();
}

}  // namespace labelwright
