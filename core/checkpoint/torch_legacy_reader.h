#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/checkpoint/weight_file.h"

namespace labelwright {

/// Five pickles (magic number, protocol 1001, system, object, list of storage keys), then per key a count (int64) and raw data. Contiguous
/// tensors point into `bytes`, which `owner` keeps alive.
Result<WeightFile> parseTorchLegacy(std::span<const std::byte> bytes, std::shared_ptr<const void> owner, const std::filesystem::path& file);

}  // namespace labelwright
