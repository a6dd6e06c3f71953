#pragma once

#include "core/checkpoint/checkpoint.h"

namespace labelwright {

/// Whether no value is NaN or infinite. Integers always are finite. Runs at the speed of memory.
bool allFinite(std::span<const std::byte> bytes, TensorType type) noexcept;

}  // namespace labelwright
