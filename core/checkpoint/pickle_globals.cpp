#include "core/checkpoint/pickle_globals.h"

#include <array>

namespace labelwright {
namespace {

struct Allowed {
    std::string_view module;
    PickleGlobal global;
};

using enum PickleCallable;

constexpr std::array allowed{
    Allowed{"collections", {OrderedDict, TensorType::Float32, "OrderedDict"}},
    Allowed{"torch._utils", {RebuildTensor, TensorType::Float32, "_rebuild_tensor"}},
    Allowed{"torch._utils", {RebuildTensor, TensorType::Float32, "_rebuild_tensor_v2"}},
    Allowed{"torch._utils", {RebuildParameter, TensorType::Float32, "_rebuild_parameter"}},
    Allowed{"torch", {TorchSize, TensorType::Float32, "Size"}},
    Allowed{"torch", {StorageType, TensorType::Float32, "FloatStorage"}},
    Allowed{"torch", {StorageType, TensorType::Float16, "HalfStorage"}},
    Allowed{"torch", {StorageType, TensorType::BFloat16, "BFloat16Storage"}},
    Allowed{"torch", {StorageType, TensorType::Float64, "DoubleStorage"}},
    Allowed{"torch", {StorageType, TensorType::Int64, "LongStorage"}},
    Allowed{"torch", {StorageType, TensorType::Int32, "IntStorage"}},
    Allowed{"torch", {StorageType, TensorType::Int16, "ShortStorage"}},
    Allowed{"torch", {StorageType, TensorType::Int8, "CharStorage"}},
    Allowed{"torch", {StorageType, TensorType::UInt8, "ByteStorage"}},
    Allowed{"torch", {StorageType, TensorType::Bool, "BoolStorage"}},
    Allowed{"torch.storage", {StorageType, TensorType::UInt8, "UntypedStorage"}},
    // Names of data types appear beside the weights, as in a saved configuration; nothing is done with them.
    Allowed{"torch", {DataType, TensorType::Float32, "float32"}},
    Allowed{"torch", {DataType, TensorType::Float16, "float16"}},
    Allowed{"torch", {DataType, TensorType::BFloat16, "bfloat16"}},
    Allowed{"torch", {DataType, TensorType::Float64, "float64"}},
    Allowed{"torch", {DataType, TensorType::Int64, "int64"}},
    Allowed{"torch", {DataType, TensorType::Int32, "int32"}},
    Allowed{"torch", {DataType, TensorType::Int16, "int16"}},
    Allowed{"torch", {DataType, TensorType::Int8, "int8"}},
    Allowed{"torch", {DataType, TensorType::UInt8, "uint8"}},
    Allowed{"torch", {DataType, TensorType::Bool, "bool"}},
};

}  // namespace

std::optional<PickleGlobal> allowedGlobal(std::string_view module, std::string_view name) noexcept {
    for (const Allowed& entry : allowed) {
        if (entry.module == module && entry.global.name == name) return entry.global;
    }
    return std::nullopt;
}

}  // namespace labelwright
