#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace labelwright {

/// A model that a hub's own tools have fetched.
struct CachedModel {
    std::string id;  ///< owner/name
    std::filesystem::path folder;
};

/// <cache>/models--owner--name/snapshots/<revision>: the revision that refs/main names, else the newest. Sorted by id.
std::vector<CachedModel> modelsInHuggingFaceCache(const std::filesystem::path& cache);
/// <cache>/owner/name and <cache>/models/owner/name; ModelScope writes "." in names as "___". Sorted by id.
std::vector<CachedModel> modelsInModelScopeCache(const std::filesystem::path& cache);

/// Folders in a folder, hidden ones left out, sorted; empty if it cannot be read.
std::vector<std::filesystem::path> subfolders(const std::filesystem::path& folder);

}  // namespace labelwright
