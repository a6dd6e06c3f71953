#include "core/checkpoint/weight_layout.h"

#include <array>

#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {
namespace {

struct Candidate {
    const char* name;
    WeightFormat format;
    bool isIndex;
};

constexpr std::array candidates{
    Candidate{"model.safetensors", WeightFormat::Safetensors, false},
    Candidate{"model.safetensors.index.json", WeightFormat::Safetensors, true},
    Candidate{"pytorch_model.bin", WeightFormat::Torch, false},
    Candidate{"pytorch_model.bin.index.json", WeightFormat::Torch, true},
    Candidate{"pytorch_model.pt", WeightFormat::Torch, false},
};

}  // namespace

Result<WeightLayout> findWeights(const std::filesystem::path& modelFolder) {
    std::error_code ignored;
    for (const Candidate& candidate : candidates) {
        const std::filesystem::path file = modelFolder / candidate.name;
        if (!std::filesystem::exists(file, ignored)) continue;
        WeightLayout layout;
        layout.format = candidate.format;
        if (!candidate.isIndex) {
            layout.files.push_back(file);
            return layout;
        }
        Result<ShardMap> shards = readShardIndex(file);
        if (!shards) return shards.error();
        layout.index = file;
        layout.shards = *std::move(shards);
        for (const auto& [name, tensors] : layout.shards) layout.files.push_back(modelFolder / name);
        return layout;
    }
    return modelIncomplete(modelFolder, "model.safetensors or pytorch_model.bin");
}

}  // namespace labelwright
