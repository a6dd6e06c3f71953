#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/checkpoint/checkpoint.h"

namespace labelwright {

/// More dimensions than any encoder has; keeps a hostile header from filling memory with ones.
inline constexpr std::size_t maxTensorDimensions = 16;

/// Bytes of a contiguous tensor, nothing if the product overflows or a dimension is negative.
std::optional<std::uint64_t> tensorBytes(std::span<const std::int64_t> shape, TensorType type) noexcept;
/// "[48, 47]"; -1 reads "any".
std::string shapeText(std::span<const std::int64_t> shape);

}  // namespace labelwright
