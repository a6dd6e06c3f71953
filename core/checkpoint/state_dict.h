#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/pickle_value.h"

namespace labelwright {

struct NamedPickleTensor {
    std::string name;
    PickleTensor tensor;
};

/// The tensors of a state dict: the dictionary itself, or the one below "state_dict" or "model" if it holds no tensor and only one of the
/// two does. Other values beside the tensors are passed over. FileMalformed if there is none, or if two are possible.
Result<std::vector<NamedPickleTensor>> stateDictOf(const PickleObject& object, const std::filesystem::path& file);

}  // namespace labelwright
