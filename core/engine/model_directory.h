#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "core/checkpoint/model_catalog.h"
#include "core/jobs/model_group.h"

namespace labelwright {

/// The models found on this machine, looked for when first needed and when asked again. Every thread.
class ModelDirectory {
public:
    explicit ModelDirectory(CatalogRoots roots) : m_roots(std::move(roots)) {}

    void setRoots(CatalogRoots roots);
    void refresh();
    std::vector<ModelEntry> entries();
    /// By id, by shown name, or a folder that holds a model. ModelUnknown lists what there is; a folder that cannot be used gives its
    /// reason.
    Result<ModelPlace> find(const std::string& idOrFolder);

private:
    std::mutex m_mutex;
    CatalogRoots m_roots;
    std::vector<ModelEntry> m_entries;
    bool m_looked = false;
};

}  // namespace labelwright
