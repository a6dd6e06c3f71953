#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/shard_index.h"

namespace labelwright {

enum class WeightFormat { Safetensors, Torch };

/// Which weight files of a folder count. safetensors win over pytorch_model.bin, a whole file over shards.
struct WeightLayout {
    WeightFormat format = WeightFormat::Safetensors;
    std::vector<std::filesystem::path> files;  ///< of an index: its shards, which may be absent
    std::filesystem::path index;               ///< empty if there is one file
    ShardMap shards;                           ///< of an index: what each shard must hold
};

/// ModelIncomplete if there is none; FileMalformed for a bad index.
Result<WeightLayout> findWeights(const std::filesystem::path& modelFolder);

}  // namespace labelwright
