#include "core/checkpoint/shard_index.h"

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/json_file.h"

namespace labelwright {
namespace {

bool isPlainFileName(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find_first_of(std::string_view("/\\:\0", 4)) == std::string::npos;
}

}  // namespace

Result<ShardMap> readShardIndex(const std::filesystem::path& indexFile) {
    Result<nlohmann::json> json = readJsonFile(indexFile);
    if (!json) return json.error();
    if (!json->is_object() || !json->contains("weight_map") || !(*json)["weight_map"].is_object()) {
        return fileMalformed(indexFile, "weight_map", "it must be an object of tensor and file names");
    }
    ShardMap shards;
    for (const auto& [tensor, shard] : (*json)["weight_map"].items()) {
        if (!shard.is_string()) return fileMalformed(indexFile, tensor, "the name of its file must be a text");
        const std::string name = shard.get<std::string>();
        if (!isPlainFileName(name)) {
            return fileMalformed(indexFile, tensor, "\"" + name + "\" is not the plain name of a file beside the index");
        }
        shards[name].push_back(tensor);
    }
    if (shards.empty()) return fileMalformed(indexFile, "weight_map", "it names no tensor");
    return shards;
}

}  // namespace labelwright
