#pragma once

#include <memory>
#include <vector>

#include "core/checkpoint/checkpoint.h"

namespace labelwright {

/// What a reader found in one file: tensors with their stored names, and what keeps their bytes alive (a mapping or own buffers).
struct WeightFile {
    std::vector<StoredTensor> tensors;
    std::vector<std::shared_ptr<const void>> owners;
};

}  // namespace labelwright
