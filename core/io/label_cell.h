#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/selection.h"

namespace labelwright {

/// The label names in a cell of a table: a JSON array of strings ({"choices": […]} of Label Studio too), or names with this separator
/// between them; '\0': one name. White space around a name does not count, empty names are none.
std::vector<std::string> labelsInCell(std::string_view cell, char separator);
/// As our own exports write them: names joined by | where a row may have several.
std::vector<std::string> labelsInCell(std::string_view cell, SelectionMode mode);

/// Names joined by |. Where that would read back as other names (a | in a name, one that looks like an array), a JSON array.
std::string labelCell(std::span<const std::string> labels);

}  // namespace labelwright
