#include "core/checkpoint/checkpoint.h"

namespace labelwright {

std::size_t tensorTypeBytes(TensorType type) noexcept {
    switch (type) {
        case TensorType::Float64:
        case TensorType::Int64: return 8;
        case TensorType::Float32:
        case TensorType::Int32: return 4;
        case TensorType::Float16:
        case TensorType::BFloat16:
        case TensorType::Int16: return 2;
        case TensorType::Int8:
        case TensorType::UInt8:
        case TensorType::Bool: return 1;
    }
    return 1;
}

const char* tensorTypeName(TensorType type) noexcept {
    switch (type) {
        case TensorType::Float32: return "F32";
        case TensorType::Float16: return "F16";
        case TensorType::BFloat16: return "BF16";
        case TensorType::Float64: return "F64";
        case TensorType::Int64: return "I64";
        case TensorType::Int32: return "I32";
        case TensorType::Int16: return "I16";
        case TensorType::Int8: return "I8";
        case TensorType::UInt8: return "U8";
        case TensorType::Bool: return "BOOL";
    }
    return "?";
}

}  // namespace labelwright
