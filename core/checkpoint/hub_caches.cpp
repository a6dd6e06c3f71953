#include "core/checkpoint/hub_caches.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>

#include "core/base/utf8.h"
#include "core/checkpoint/model_catalog.h"

namespace labelwright {
namespace {

constexpr std::string_view repositoryPrefix = "models--";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::optional<std::filesystem::path> currentSnapshot(const std::filesystem::path& repository) {
    std::error_code ignored;
    std::ifstream reference(repository / "refs" / "main");
    std::string revision;
    if (std::getline(reference, revision)) {
        const std::filesystem::path named(std::string(trimmed(toValidUtf8(revision))));
        if (named == named.filename() && std::filesystem::is_directory(repository / "snapshots" / named, ignored)) {
            return repository / "snapshots" / named;
        }
    }
    std::optional<std::filesystem::path> newest;
    std::filesystem::file_time_type newestTime;
    for (const std::filesystem::path& snapshot : subfolders(repository / "snapshots")) {
        const std::filesystem::file_time_type time = std::filesystem::last_write_time(snapshot, ignored);
        if (!newest || time > newestTime) {
            newest = snapshot;
            newestTime = time;
        }
    }
    return newest;
}

void sortById(std::vector<CachedModel>& models) {
    std::sort(models.begin(), models.end(), [](const CachedModel& a, const CachedModel& b) { return a.id < b.id; });
}

/// An environment variable; an empty one counts as unset.
std::optional<std::filesystem::path> pathFrom(const char* variable) {
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nothing in this program sets the environment
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::filesystem::path(value);
}

std::filesystem::path userCache() {
    if (const std::optional<std::filesystem::path> home = pathFrom("HOME")) return *home / ".cache";
    return {};
}

}  // namespace

std::vector<std::filesystem::path> subfolders(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->path().filename().string().starts_with('.')) found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<CachedModel> modelsInHuggingFaceCache(const std::filesystem::path& cache) {
    std::vector<CachedModel> models;
    for (const std::filesystem::path& repository : subfolders(cache)) {
        const std::string name = repository.filename().string();
        if (!name.starts_with(repositoryPrefix)) continue;
        if (std::optional<std::filesystem::path> snapshot = currentSnapshot(repository)) {
            models.push_back({replaced(name.substr(repositoryPrefix.size()), "--", "/"), *std::move(snapshot)});
        }
    }
    sortById(models);
    return models;
}

std::vector<CachedModel> modelsInModelScopeCache(const std::filesystem::path& cache) {
    std::vector<CachedModel> models;
    for (const std::filesystem::path& root : {cache, cache / "models"}) {
        for (const std::filesystem::path& owner : subfolders(root)) {
            // Data sets lie beside the models; "models" is the newer layout, looked at by itself.
            if (root == cache && (owner.filename() == "models" || owner.filename() == "datasets")) continue;
            for (const std::filesystem::path& folder : subfolders(owner)) {
                models.push_back({owner.filename().string() + "/" + replaced(folder.filename().string(), "___", "."), folder});
            }
        }
    }
    sortById(models);
    return models;
}

std::filesystem::path defaultHuggingFaceCache() {
    for (const char* variable : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"}) {
        if (const std::optional<std::filesystem::path> cache = pathFrom(variable)) return *cache;
    }
    if (const std::optional<std::filesystem::path> home = pathFrom("HF_HOME")) return *home / "hub";
    const std::filesystem::path base = pathFrom("XDG_CACHE_HOME").value_or(userCache());
    return base.empty() ? base : base / "huggingface" / "hub";
}

std::filesystem::path defaultModelScopeCache() {
    if (const std::optional<std::filesystem::path> cache = pathFrom("MODELSCOPE_CACHE")) {
        std::error_code ignored;
        return std::filesystem::is_directory(*cache / "hub", ignored) ? *cache / "hub" : *cache;
    }
    const std::filesystem::path base = userCache();
    return base.empty() ? base : base / "modelscope" / "hub";
}

}  // namespace labelwright
