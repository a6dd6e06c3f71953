#include "app/shared/composition.h"

#include "core/torch_backend/torch_backend.h"

namespace labelwright {

std::unique_ptr<Engine> makeEngine(const Places& places, const CompositionOptions& options) {
    EngineOptions engine;
    engine.cacheFile = options.cacheFile.value_or(places.scoreCache());
    engine.cache = options.cache;
    engine.models = catalogRoots(places, readModelFolders(places));
    engine.labelHistory = places.data;
    TorchBackendOptions backend;
    backend.speedsFile = places.kernelSpeeds();
    return std::make_unique<Engine>(std::move(engine), makeTorchBackend(std::move(backend)));
}

PresetStore makePresetStore(const Places& places) { return {places.builtInPresets(), places.userPresets()}; }

}  // namespace labelwright
