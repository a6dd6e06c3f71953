#include "core/checkpoint/state_dict.h"

#include "core/base/utf8.h"
#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {
namespace {

Result<std::vector<NamedPickleTensor>> tensorsOf(const PickleObject& object, const PickleDict& dict, const std::filesystem::path& file) {
    std::vector<NamedPickleTensor> tensors;
    for (const auto& [key, value] : dict.entries) {
        const auto* tensor = object.as<PickleTensor>(value);
        if (tensor == nullptr) continue;
        const auto* name = object.as<std::string_view>(key);
        if (name == nullptr || !isValidUtf8(*name)) return fileMalformed(file, "data.pkl", "the name of a tensor is not a text");
        tensors.push_back({std::string(*name), *tensor});
    }
    return tensors;
}

}  // namespace

Result<std::vector<NamedPickleTensor>> stateDictOf(const PickleObject& object, const std::filesystem::path& file) {
    const auto* dict = object.as<PickleDict>(object.root);
    if (dict == nullptr) return fileMalformed(file, "data.pkl", "it does not hold a dictionary of tensors");
    Result<std::vector<NamedPickleTensor>> tensors = tensorsOf(object, *dict, file);
    if (!tensors || !tensors->empty()) return tensors;

    std::vector<NamedPickleTensor> nested;
    for (const auto& [key, value] : dict->entries) {
        const auto* name = object.as<std::string_view>(key);
        const auto* inner = object.as<PickleDict>(value);
        if (name == nullptr || inner == nullptr || (*name != "state_dict" && *name != "model")) continue;
        Result<std::vector<NamedPickleTensor>> found = tensorsOf(object, *inner, file);
        if (!found) return found.error();
        if (!found->empty() && !nested.empty()) return fileMalformed(file, "data.pkl", "it holds tensors below both state_dict and model");
        if (!found->empty()) nested = *std::move(found);
    }
    if (nested.empty()) return fileMalformed(file, "data.pkl", "it does not hold a dictionary of tensors");
    return nested;
}

}  // namespace labelwright
