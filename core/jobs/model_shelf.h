#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/inference/backend.h"

namespace labelwright {

/// A loaded model with what was measured when it was loaded.
struct LoadedModel {
    std::unique_ptr<Classifier> classifier;
    double loadSeconds = 0;
    double secondsPerToken = 0;  ///< of a short trial after loading, then of the last run
};

/// Keeps the models last used, so that switching back costs nothing. Worker thread.
class ModelShelf {
public:
    explicit ModelShelf(Backend& backend) : m_backend(backend) {}

    /// Loads the model, or gives the one loaded before with the same folder, device and precision. Stays valid until two others are loaded.
    Result<std::shared_ptr<LoadedModel>> load(const LoadRequest& request);
    Backend& backend() noexcept { return m_backend; }

private:
    struct Place {
        std::string key;
        std::shared_ptr<LoadedModel> model;
    };
    Backend& m_backend;
    std::list<Place> m_places;  // last used first
};

}  // namespace labelwright
