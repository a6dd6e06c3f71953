#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

using ShardMap = std::map<std::string, std::vector<std::string>>;

/// "weight_map" of model.safetensors.index.json or pytorch_model.bin.index.json: shard file name -> tensors it must hold. Shard names are
/// plain file names in the index's folder; anything that would lead out of it is FileMalformed.
Result<ShardMap> readShardIndex(const std::filesystem::path& indexFile);

}  // namespace labelwright
