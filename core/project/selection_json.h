#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/domain/selection.h"

namespace labelwright {

/// {"mode": "single", "threshold": 0.5, "abstain": 0, "temperature": null}
std::string selectionJson(const Selection& selection);
/// Nothing: it is no such text.
std::optional<Selection> selectionFromJson(std::string_view text);

}  // namespace labelwright
