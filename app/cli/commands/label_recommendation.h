#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/shared/places.h"
#include "core/labels/suggestions/recommended_labels.h"

namespace labelwright::cli {

/// What was used on this machine, the most used first: the labels of runs, and those of the user's presets that no run asked yet (0 uses).
/// Not more than can be compared with one another in a moment.
Result<std::vector<UsedLabel>> usedLabels(const Places& places);

/// A line for each, `most` of them.
std::string recommendationText(const std::vector<RecommendedLabel>& labels, std::size_t most);
/// [{"name", "english", "alike", "uses", "lastUsed"}]
nlohmann::ordered_json recommendationJson(const std::vector<RecommendedLabel>& labels);

}  // namespace labelwright::cli
