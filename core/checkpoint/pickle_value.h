#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/checkpoint/checkpoint.h"

namespace labelwright {

/// Values refer to each other by their place in PickleObject::values, so that shared and even cyclic structures cost nothing.
using PickleId = std::uint32_t;

struct PickleNone {};
struct PickleTuple {
    std::vector<PickleId> items;
};
struct PickleList {
    std::vector<PickleId> items;
};
struct PickleDict {
    std::vector<std::pair<PickleId, PickleId>> entries;
};
/// An integer beyond 64 bits, little-endian; the magic number of legacy files is one.
struct PickleBigInteger {
    std::string_view bytes;
};

enum class PickleCallable { OrderedDict, RebuildTensor, RebuildParameter, TorchSize, StorageType, DataType };

/// A name on the allow-list. It is a token that the machine knows, never code.
struct PickleGlobal {
    PickleCallable callable = PickleCallable::OrderedDict;
    TensorType type = TensorType::Float32;  ///< of a StorageType
    std::string_view name;
};

struct PickleStorage {
    std::string_view key;
    TensorType type = TensorType::Float32;
    std::uint64_t elements = 0;
};

/// A view of a storage, in elements.
struct PickleTensor {
    PickleStorage storage;
    std::int64_t offset = 0;
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides;
};

/// Texts point into the file.
using PickleValue = std::variant<PickleNone, bool, std::int64_t, double, std::string_view, PickleTuple, PickleList, PickleDict,
                                 PickleBigInteger, PickleGlobal, PickleStorage, PickleTensor>;

struct PickleObject {
    std::vector<PickleValue> values;
    PickleId root = 0;
    std::size_t size = 0;  ///< bytes of the pickle, STOP included

    const PickleValue& rootValue() const { return values[root]; }
    template <typename T>
    const T* as(PickleId id) const noexcept {
        return std::get_if<T>(&values[id]);
    }
};

}  // namespace labelwright
