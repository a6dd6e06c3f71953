#pragma once

#include <cstdint>

#include "core/domain/label.h"

namespace labelwright {

/// A state that the labels of a project had.
struct LabelVersion {
    LabelSet labels;          ///< `version` is its number
    std::int64_t madeAt = 0;  ///< seconds since 1970 (UTC); 0: not known
};

}  // namespace labelwright
