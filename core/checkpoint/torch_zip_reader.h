#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "core/checkpoint/weight_file.h"

namespace labelwright {

/// <root>/data.pkl with <root>/data/<key> for every storage; <root>/byteorder, if there, must be "little". The result owns copies.
Result<WeightFile> parseTorchZip(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace labelwright
