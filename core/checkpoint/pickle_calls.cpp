#include "core/checkpoint/pickle_calls.h"

#include "core/checkpoint/tensor_shape.h"

namespace labelwright {
namespace {

constexpr std::size_t maxShownName = 200;

PickleProblem malformed(std::string what) { return {PickleProblem::Kind::Malformed, std::move(what)}; }
PickleProblem refused(std::string what) { return {PickleProblem::Kind::Refused, std::move(what)}; }

/// The values of a pickle, by kind.
class Values {
public:
    explicit Values(const std::vector<PickleValue>& values) : m_values(values) {}

    template <typename T>
    const T* as(PickleId id) const noexcept {
        return std::get_if<T>(&m_values[id]);
    }
    /// The items of a list or a tuple.
    const std::vector<PickleId>* items(PickleId id) const noexcept {
        if (const auto* list = as<PickleList>(id)) return &list->items;
        if (const auto* tuple = as<PickleTuple>(id)) return &tuple->items;
        return nullptr;
    }

private:
    const std::vector<PickleValue>& m_values;
};

/// Python 3 calls it without arguments, Python 2 with a list of [key, value].
PickleCallResult orderedDict(const Values& values, const std::vector<PickleId>& arguments) {
    PickleDict dict;
    if (arguments.empty()) return PickleValue(std::move(dict));
    const auto* pairs = values.as<PickleList>(arguments.front());
    if (arguments.size() != 1 || pairs == nullptr) return malformed("a dictionary is not made of a list");
    for (const PickleId pair : pairs->items) {
        const std::vector<PickleId>* items = values.items(pair);
        if (items == nullptr || items->size() != 2) return malformed("a dictionary is not made of pairs");
        dict.entries.emplace_back((*items)[0], (*items)[1]);
    }
    return PickleValue(std::move(dict));
}

bool readIntegers(const Values& values, PickleId id, std::vector<std::int64_t>& integers) {
    const auto* tuple = values.as<PickleTuple>(id);
    if (tuple == nullptr || tuple->items.size() > maxTensorDimensions) return false;
    for (const PickleId item : tuple->items) {
        const auto* value = values.as<std::int64_t>(item);
        if (value == nullptr) return false;
        integers.push_back(*value);
    }
    return true;
}

/// (storage, offset, size, stride[, requires_grad, backward_hooks, metadata])
PickleCallResult rebuiltTensor(const Values& values, const std::vector<PickleId>& arguments) {
    constexpr std::size_t used = 4;
    if (arguments.size() < used) return malformed("a tensor has too few arguments");
    const auto* storage = values.as<PickleStorage>(arguments[0]);
    const auto* offset = values.as<std::int64_t>(arguments[1]);
    if (storage == nullptr || offset == nullptr) return malformed("a tensor has no storage or offset");
    PickleTensor tensor{*storage, *offset, {}, {}};
    if (!readIntegers(values, arguments[2], tensor.sizes) || !readIntegers(values, arguments[3], tensor.strides) ||
        tensor.sizes.size() != tensor.strides.size()) {
        return malformed("the size or stride of a tensor is not a short tuple of integers");
    }
    return PickleValue(std::move(tensor));
}

}  // namespace

PickleCallResult callOf(const std::vector<PickleValue>& all, const PickleGlobal& callee, const std::vector<PickleId>& arguments) {
    const Values values(all);
    switch (callee.callable) {
        case PickleCallable::OrderedDict: return orderedDict(values, arguments);
        case PickleCallable::RebuildTensor: return rebuiltTensor(values, arguments);
        case PickleCallable::RebuildParameter:
            if (arguments.empty() || values.as<PickleTensor>(arguments.front()) == nullptr) return malformed("a parameter has no tensor");
            return arguments.front();
        case PickleCallable::TorchSize:
            if (arguments.size() != 1 || values.as<PickleTuple>(arguments.front()) == nullptr) return malformed("a size is not a tuple");
            return arguments.front();
        case PickleCallable::StorageType:
        case PickleCallable::DataType: break;
    }
    return refused("a call of " + std::string(callee.name));
}

PickleCallResult storageOfId(const std::vector<PickleValue>& all, PickleId id) {
    constexpr std::size_t fewest = 5;
    constexpr std::size_t viewAt = 5;
    const Values values(all);
    const auto* tuple = values.as<PickleTuple>(id);
    if (tuple == nullptr || tuple->items.size() < fewest || tuple->items.size() > viewAt + 1) {
        return malformed("a persistent id is not a storage");
    }
    const std::vector<PickleId>& items = tuple->items;
    const auto* kind = values.as<std::string_view>(items[0]);
    const auto* type = values.as<PickleGlobal>(items[1]);
    const auto* key = values.as<std::string_view>(items[2]);
    const auto* elements = values.as<std::int64_t>(items[4]);
    if (kind != nullptr && *kind != "storage") return refused("a persistent id of the kind \"" + printable(*kind) + "\"");
    if (kind == nullptr || type == nullptr || type->callable != PickleCallable::StorageType || key == nullptr || elements == nullptr ||
        *elements < 0) {
        return malformed("a persistent id is not a storage");
    }
    if (items.size() > viewAt && values.as<PickleNone>(items[viewAt]) == nullptr) {
        return malformed("a storage is a view of another; save the model again");
    }
    return PickleValue(PickleStorage{*key, type->type, static_cast<std::uint64_t>(*elements)});
}

std::string printable(std::string_view name) {
    std::string text;
    for (const char letter : name.substr(0, maxShownName)) text += letter >= ' ' && letter <= '~' ? letter : '?';
    return text;
}

}  // namespace labelwright
