#include "core/checkpoint/strided_view.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/tensor_shape.h"

namespace labelwright {
namespace {

constexpr std::uint64_t copiesPerStorageByte = 4;

/// Index after the last element that the view reads; nothing if a number is negative or overflows. The view must not be empty.
std::optional<std::uint64_t> endOf(const PickleTensor& view) {
    if (view.offset < 0) return std::nullopt;
    auto last = static_cast<std::uint64_t>(view.offset);
    for (std::size_t i = 0; i < view.sizes.size(); ++i) {
        if (view.strides[i] < 0) return std::nullopt;
        std::uint64_t reach = 0;
        if (__builtin_mul_overflow(static_cast<std::uint64_t>(view.sizes[i] - 1), static_cast<std::uint64_t>(view.strides[i]), &reach) ||
            __builtin_add_overflow(last, reach, &last)) {
            return std::nullopt;
        }
    }
    return last + 1;
}

bool isContiguous(const PickleTensor& view) {
    std::int64_t expected = 1;
    for (std::size_t i = view.sizes.size(); i-- > 0;) {
        if (view.sizes[i] != 1 && view.strides[i] != expected) return false;
        expected *= view.sizes[i];
    }
    return true;
}

/// Row-major copy; bounds were checked.
void copyStrided(const PickleTensor& view, const std::byte* storage, std::size_t elementBytes, std::span<std::byte> target) {
    const std::size_t dimensions = view.sizes.size();
    std::vector<std::int64_t> index(dimensions, 0);
    std::int64_t at = view.offset;
    for (std::size_t written = 0; written < target.size(); written += elementBytes) {
        std::memcpy(target.data() + written, storage + static_cast<std::size_t>(at) * elementBytes, elementBytes);
        for (std::size_t i = dimensions; i-- > 0;) {
            at += view.strides[i];
            if (++index[i] < view.sizes[i]) break;
            at -= view.strides[i] * view.sizes[i];
            index[i] = 0;
        }
    }
}

class TensorMaker {
public:
    TensorMaker(const StorageBytes& storages, std::vector<std::shared_ptr<const void>> owners, const std::filesystem::path& file)
        : m_storages(storages), m_file(file) {
        m_result.owners = std::move(owners);
        std::uint64_t storageBytes = 0;
        for (const auto& [key, bytes] : storages) storageBytes += bytes.size();
        m_copyBudget = storageBytes * copiesPerStorageByte;
    }

    Result<void> add(const NamedPickleTensor& named) {
        const PickleTensor& view = named.tensor;
        const auto storage = m_storages.find(view.storage.key);
        if (storage == m_storages.end()) return fileMalformed(m_file, named.name, "its storage is missing");
        Result<std::span<const std::byte>> bytes = bytesOf(named, storage->second);
        if (!bytes) return bytes.error();
        m_result.tensors.push_back({named.name, named.name, view.storage.type, view.sizes, *bytes, m_file});
        return {};
    }

    WeightFile take() { return std::move(m_result); }

private:
    Result<std::span<const std::byte>> bytesOf(const NamedPickleTensor& named, std::span<const std::byte> storage) {
        const PickleTensor& view = named.tensor;
        const std::size_t elementBytes = tensorTypeBytes(view.storage.type);
        const std::optional<std::uint64_t> bytes = tensorBytes(view.sizes, view.storage.type);
        if (!bytes) return fileMalformed(m_file, named.name, "the product of its shape overflows");
        if (*bytes == 0) return std::span<const std::byte>();
        const std::optional<std::uint64_t> end = endOf(view);
        if (!end || *end > storage.size() / elementBytes) {
            return fileMalformed(m_file, named.name,
                                 "shape " + shapeText(view.sizes) + " reaches beyond its storage of " +
                                     std::to_string(storage.size() / elementBytes) + " values");
        }
        if (isContiguous(view)) return storage.subspan(static_cast<std::size_t>(view.offset) * elementBytes, *bytes);
        if (*bytes > m_copyBudget) return fileMalformed(m_file, named.name, "its strides ask for far more memory than the file has");
        m_copyBudget -= *bytes;
        auto copy = std::make_shared<std::vector<std::byte>>(*bytes);
        copyStrided(view, storage.data(), elementBytes, *copy);
        const std::span<const std::byte> copied(*copy);
        m_result.owners.push_back(std::move(copy));
        return copied;
    }

    const StorageBytes& m_storages;
    const std::filesystem::path& m_file;
    WeightFile m_result;
    std::uint64_t m_copyBudget = 0;
};

}  // namespace

Result<WeightFile> tensorsOfStorages(const std::vector<NamedPickleTensor>& views, const StorageBytes& storages,
                                     std::vector<std::shared_ptr<const void>> owners, const std::filesystem::path& file) {
    TensorMaker maker(storages, std::move(owners), file);
    for (const NamedPickleTensor& view : views) {
        if (Result<void> added = maker.add(view); !added) return added.error();
    }
    return maker.take();
}

}  // namespace labelwright
