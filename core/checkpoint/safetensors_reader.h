#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "core/checkpoint/weight_file.h"

namespace labelwright {

/// Reads a whole safetensors file in memory; the tensors point into `bytes`. Checks everything the format demands before a tensor is made:
/// header length (at most 100 MB and inside the file), form of the header, known types, products without overflow, sizes equal to
/// data_offsets, and that the tensors tile the data with no hole, no overlap and nothing left over. `file` is only for messages.
Result<std::vector<StoredTensor>> parseSafetensors(std::span<const std::byte> bytes, const std::filesystem::path& file);

/// The same from a mapped file.
Result<WeightFile> readSafetensors(const std::filesystem::path& file);

}  // namespace labelwright
