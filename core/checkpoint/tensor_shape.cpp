#include "core/checkpoint/tensor_shape.h"

namespace labelwright {

std::optional<std::uint64_t> tensorBytes(std::span<const std::int64_t> shape, TensorType type) noexcept {
    std::uint64_t bytes = tensorTypeBytes(type);
    for (const std::int64_t dimension : shape) {
        if (dimension < 0 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(dimension), &bytes)) return std::nullopt;
    }
    return bytes;
}

std::string shapeText(std::span<const std::int64_t> shape) {
    std::string text = "[";
    for (const std::int64_t dimension : shape) {
        if (text.size() > 1) text += ", ";
        text += dimension < 0 ? "any" : std::to_string(dimension);
    }
    return text + "]";
}

}  // namespace labelwright
