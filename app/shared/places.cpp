#include "app/shared/places.h"

#include <cstdlib>
#include <fstream>
#include <string>

namespace labelwright {
namespace {

std::filesystem::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

/// $variable/labelwright, else $HOME/fallback/labelwright; relative values are ignored, as the specification asks.
std::filesystem::path userFolder(const char* variable, const char* fallback) {
    std::filesystem::path base = fromEnvironment(variable);
    if (base.empty() || base.is_relative()) base = fromEnvironment("HOME") / fallback;
    return base / "labelwright";
}

std::filesystem::path executableFolder() {
    std::error_code failed;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path() : executable.parent_path();
}

std::filesystem::path resourcesFolder() {
    std::error_code ignored;
    const auto installed = executableFolder().parent_path() / "share" / "labelwright";
    if (std::filesystem::is_directory(installed / "presets", ignored)) return installed;
    return LABELWRIGHT_SOURCE_RESOURCES;
}

std::filesystem::path foldersFile(const Places& places) { return places.data / "model_folders.txt"; }

}  // namespace

Places findPlaces() {
    Places places;
    places.resources = resourcesFolder();
    places.extraModels = LABELWRIGHT_DEPS_MODELS;
    if (const auto home = fromEnvironment("LABELWRIGHT_HOME"); !home.empty()) {
        places.data = home / "data";
        places.cache = home / "cache";
        places.state = home / "state";
        return places;
    }
    places.data = userFolder("XDG_DATA_HOME", ".local/share");
    places.cache = userFolder("XDG_CACHE_HOME", ".cache");
    places.state = userFolder("XDG_STATE_HOME", ".local/state");
    return places;
}

std::vector<std::filesystem::path> readModelFolders(const Places& places) {
    std::vector<std::filesystem::path> folders;
    std::ifstream stream(foldersFile(places));
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty()) folders.emplace_back(line);
    }
    return folders;
}

Result<void> writeModelFolders(const Places& places, const std::vector<std::filesystem::path>& folders) {
    const auto file = foldersFile(places);
    const auto beside = file.string() + ".new";
    std::error_code failed;
    std::filesystem::create_directories(places.data, failed);
    {
        std::ofstream stream(beside, std::ios::trunc);
        for (const auto& folder : folders) stream << folder.string() << '\n';
        if (!stream.flush()) return Error{ErrorCode::FileUnwritable, "cannot write " + beside, {beside, "write failed"}};
    }
    std::filesystem::rename(beside, file, failed);
    if (failed)
        return Error{
            ErrorCode::FileUnwritable, "cannot write " + file.string() + ": " + failed.message(), {file.string(), failed.message()}};
    return {};
}

CatalogRoots catalogRoots(const Places& places, const std::vector<std::filesystem::path>& userFolders) {
    CatalogRoots roots;
    roots.bundled = {places.resources / "models", places.extraModels};
    roots.userFolders = userFolders;
    roots.downloads = {places.downloadedModels()};
    roots.huggingFaceCache = defaultHuggingFaceCache();
    roots.modelScopeCache = defaultModelScopeCache();
    return roots;
}

}  // namespace labelwright
