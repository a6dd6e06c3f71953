#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/shared/places.h"
#include "core/domain/dataset.h"
#include "core/engine/engine.h"

namespace labelwright::testing {

/// This source tree's resources; everything written goes under `folder`.
Places placesIn(const std::filesystem::path& folder);
/// The engine as the program composes it, with the bundled models.
std::unique_ptr<Engine> makeRealEngine(const Places& places);

std::shared_ptr<const Dataset> datasetOf(const std::vector<std::string>& texts);

/// Runs the event loop until `done` holds; false when that takes longer than `seconds`.
bool waitUntil(const std::function<bool()>& done, int seconds = 120);

}  // namespace labelwright::testing
