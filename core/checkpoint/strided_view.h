#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/checkpoint/state_dict.h"
#include "core/checkpoint/weight_file.h"

namespace labelwright {

/// Bytes of storages by key.
using StorageBytes = std::map<std::string_view, std::span<const std::byte>, std::less<>>;

/// Makes tensors of views: one that is contiguous points into its storage, any other is copied in row-major order. FileMalformed if a view
/// reaches beyond its storage, or if copies would need more than four times the bytes of all storages (strides of zero can ask for any
/// amount). `owners` keep the storages alive.
Result<WeightFile> tensorsOfStorages(const std::vector<NamedPickleTensor>& views, const StorageBytes& storages,
                                     std::vector<std::shared_ptr<const void>> owners, const std::filesystem::path& file);

}  // namespace labelwright
