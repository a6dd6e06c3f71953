#include "core/engine/model_directory.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace labelwright {
namespace {

/// A model whose card names languages without Chinese is asked about English names.
AskedName askedNameFor(const ModelEntry& entry) {
    const auto isChinese = [](const std::string& language) { return language.starts_with("zh") || language == "multilingual"; };
    if (entry.languages.empty() || std::any_of(entry.languages.begin(), entry.languages.end(), isChinese)) return AskedName::Own;
    return AskedName::English;
}

Result<ModelPlace> placeOf(const ModelEntry& entry) {
    // Where only the tokenizer is missing the loader looks at the weights first: what is wrong with a file is said before what lacks.
    const bool weightsAreThere = entry.config && entry.problem.empty() && entry.weightBytes > 0;
    if (entry.usable() || weightsAreThere) return ModelPlace{entry.id, entry.folder.string(), askedNameFor(entry)};
    if (!entry.missing.empty()) {
        std::string missing;
        for (const std::string& file : entry.missing) missing += (missing.empty() ? "" : ", ") + file;
        return Error{ErrorCode::ModelIncomplete,
                     "the model folder " + entry.folder.string() + " lacks " + missing,
                     {entry.folder.string(), missing}};
    }
    return Error{ErrorCode::UnsupportedModel,
                 "the model in " + entry.folder.string() + " cannot be used: " + entry.problem,
                 {entry.folder.string(), entry.problem}};
}

}  // namespace

void ModelDirectory::setRoots(CatalogRoots roots) {
    const std::scoped_lock lock(m_mutex);
    m_roots = std::move(roots);
    m_looked = false;
}

void ModelDirectory::refresh() {
    const std::scoped_lock lock(m_mutex);
    m_entries = findModels(m_roots);
    m_looked = true;
}

std::vector<ModelEntry> ModelDirectory::entries() {
    const std::scoped_lock lock(m_mutex);
    if (!std::exchange(m_looked, true)) m_entries = findModels(m_roots);
    return m_entries;
}

Result<ModelPlace> ModelDirectory::find(const std::string& idOrFolder) {
    const std::vector<ModelEntry> known = entries();
    for (const ModelEntry& entry : known) {
        if (entry.id == idOrFolder || entry.name == idOrFolder) return placeOf(entry);
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(idOrFolder, ignored)) return placeOf(inspectModelFolder(idOrFolder, ModelOrigin::UserFolder));
    std::string ids;
    for (const ModelEntry& entry : known) {
        if (entry.usable()) ids += (ids.empty() ? "" : ", ") + entry.id;
    }
    return Error{ErrorCode::ModelUnknown,
                 "no model is called \"" + idOrFolder + "\" and no such folder exists; there are: " + (ids.empty() ? "none" : ids),
                 {idOrFolder, ids}};
}

}  // namespace labelwright
