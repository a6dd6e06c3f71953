#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/shared/places.h"
#include "core/engine/engine.h"
#include "core/labels/preset_store.h"

namespace labelwright {

struct CompositionOptions {
    std::optional<std::filesystem::path> cacheFile;  ///< unset: the user's; empty path: none
    ScoreCacheOptions cache;
};

/// The composition root: the one place that names a backend.
std::unique_ptr<Engine> makeEngine(const Places& places, const CompositionOptions& options = {});
PresetStore makePresetStore(const Places& places);

}  // namespace labelwright
