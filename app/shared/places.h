#pragma once

#include <filesystem>
#include <vector>

#include "core/checkpoint/model_catalog.h"

namespace labelwright {

/// Where this installation and this user keep things (XDG base directories; LABELWRIGHT_HOME puts all of the user's under one folder).
struct Places {
    std::filesystem::path resources;    ///< icons, presets, samples, bundled models; read-only
    std::filesystem::path extraModels;  ///< models that the set-up fetched beside the program
    std::filesystem::path data;         ///< session project, own presets, downloaded models
    std::filesystem::path cache;        ///< disposable
    std::filesystem::path state;        ///< log

    std::filesystem::path sessionProject() const { return data / "session.lwproj"; }
    std::filesystem::path kernelSpeeds() const { return cache / "kernel_speeds.json"; }
    std::filesystem::path scoreCache() const { return cache / "scores.sqlite"; }
    std::filesystem::path logFile() const { return state / "labelwright.log"; }
    std::filesystem::path sample() const { return resources / "samples" / "customer_messages.csv"; }
    std::filesystem::path builtInPresets() const { return resources / "presets"; }
    std::filesystem::path userPresets() const { return data / "presets"; }
    std::filesystem::path downloadedModels() const { return data / "models"; }
};

Places findPlaces();

/// The user's own model folders, one path a line; window and command line share the list.
std::vector<std::filesystem::path> readModelFolders(const Places& places);
Result<void> writeModelFolders(const Places& places, const std::vector<std::filesystem::path>& folders);

CatalogRoots catalogRoots(const Places& places, const std::vector<std::filesystem::path>& userFolders);

}  // namespace labelwright
