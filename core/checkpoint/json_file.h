#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace labelwright {

/// Private to this folder: the small JSON files of a model folder.
/// FileNotFound, FileUnreadable, or FileMalformed with line and column. At most 64 MiB and 64 levels; the top must be an object or a list.
Result<nlohmann::json> readJsonFile(const std::filesystem::path& file);
/// The same; an absent file is an empty optional.
Result<std::optional<nlohmann::json>> readOptionalJsonFile(const std::filesystem::path& file);

}  // namespace labelwright
