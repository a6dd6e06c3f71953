#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/labels/label_set_diff.h"

namespace labelwright::cli {

/// What differs, as a line in English.
std::string labelChangeText(const LabelChange& change);
/// {"kind", "id", "before", "after"}; null where it has none.
nlohmann::ordered_json labelChangeJson(const LabelChange& change);

}  // namespace labelwright::cli
