#include "core/checkpoint/checkpoint.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <new>
#include <unordered_set>

#include "core/base/hash.h"
#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/finite_check.h"
#include "core/checkpoint/safetensors_reader.h"
#include "core/checkpoint/tensor_names.h"
#include "core/checkpoint/tensor_shape.h"
#include "core/checkpoint/torch_file_reader.h"
#include "core/checkpoint/weight_layout.h"

namespace labelwright {

struct Checkpoint::Contents {
    std::map<std::string, StoredTensor, std::less<>> tensors;
    std::vector<std::shared_ptr<const void>> owners;
    std::vector<std::filesystem::path> files;
    std::string basePrefix;  ///< for messages about tensors that are not there
};

namespace {

Result<WeightFile> readWeightFile(const std::filesystem::path& file, WeightFormat format) {
    return format == WeightFormat::Safetensors ? readSafetensors(file) : readTorchFile(file);
}

/// The tensors of a shard that the index does not name are left out, those it names must be there.
Result<void> keepIndexed(WeightFile& shard, const std::vector<std::string>& names, const std::filesystem::path& file) {
    const std::unordered_set<std::string_view> wanted(names.begin(), names.end());
    std::erase_if(shard.tensors, [&](const StoredTensor& tensor) { return !wanted.contains(tensor.storedName); });
    std::unordered_set<std::string_view> found;
    for (const StoredTensor& tensor : shard.tensors) found.insert(tensor.storedName);
    for (const std::string& name : names) {
        if (!found.contains(name)) {
            return Error{ErrorCode::TensorMissing,
                         file.string() + ": the index says that it holds " + name + ", but it does not",
                         {file.string(), name}};
        }
    }
    return {};
}

Result<WeightFile> readAll(const WeightLayout& layout) {
    if (layout.index.empty()) return readWeightFile(layout.files.front(), layout.format);
    WeightFile all;
    for (const auto& [name, tensors] : layout.shards) {
        const std::filesystem::path file = layout.index.parent_path() / name;
        Result<WeightFile> shard = readWeightFile(file, layout.format);
        if (!shard) {
            if (shard.error().code == ErrorCode::FileNotFound) return modelIncomplete(file.parent_path(), name);
            return shard.error();
        }
        if (Result<void> kept = keepIndexed(*shard, tensors, file); !kept) return kept.error();
        std::move(shard->tensors.begin(), shard->tensors.end(), std::back_inserter(all.tensors));
        std::move(shard->owners.begin(), shard->owners.end(), std::back_inserter(all.owners));
    }
    return all;
}

bool isBody(std::string_view name) {
    return name.starts_with("embeddings.") || name.starts_with("encoder.") || name.starts_with("pooler.");
}

bool fits(std::span<const std::int64_t> found, std::span<const std::int64_t> wanted) {
    return std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(),
                      [](std::int64_t have, std::int64_t want) { return want < 0 || have == want; });
}

}  // namespace

Result<Checkpoint> Checkpoint::open(const std::filesystem::path& modelFolder) {
    try {
        Result<WeightLayout> layout = findWeights(modelFolder);
        if (!layout) return layout.error();
        Result<WeightFile> read = readAll(*layout);
        if (!read) return read.error();
        if (read->tensors.empty()) return fileMalformed(layout->files.front(), "", "it holds no tensor");
        auto contents = std::make_unique<Contents>();
        for (const StoredTensor& tensor : read->tensors) {
            if (std::find(contents->files.begin(), contents->files.end(), tensor.file) == contents->files.end()) {
                contents->files.push_back(tensor.file);
            }
        }
        Result<std::string> prefix = normaliseNames(read->tensors);
        if (!prefix) return prefix.error();
        contents->basePrefix = *std::move(prefix);
        contents->owners = std::move(read->owners);
        for (StoredTensor& tensor : read->tensors) {
            std::string name = tensor.name;
            contents->tensors.emplace(std::move(name), std::move(tensor));
        }
        return Checkpoint(std::move(contents));
    } catch (const std::bad_alloc&) {
        return notEnoughMemoryFor(modelFolder);
    } catch (const std::exception& error) {
        return unexpectedException(modelFolder, error.what());
    }
}

Checkpoint::Checkpoint(std::unique_ptr<Contents> contents) : m_contents(std::move(contents)) {}
Checkpoint::Checkpoint(Checkpoint&&) noexcept = default;
Checkpoint& Checkpoint::operator=(Checkpoint&&) noexcept = default;
Checkpoint::~Checkpoint() = default;

const std::map<std::string, StoredTensor, std::less<>>& Checkpoint::tensors() const noexcept { return m_contents->tensors; }

const std::vector<std::filesystem::path>& Checkpoint::files() const noexcept { return m_contents->files; }

const StoredTensor* Checkpoint::find(std::string_view name) const noexcept {
    const auto found = m_contents->tensors.find(name);
    return found == m_contents->tensors.end() ? nullptr : &found->second;
}

Result<const StoredTensor*> Checkpoint::require(std::string_view name, std::span<const std::int64_t> shape) const {
    const StoredTensor* tensor = find(name);
    if (tensor == nullptr) {
        const std::string file = m_contents->files.front().string();
        const std::string stored = (isBody(name) ? m_contents->basePrefix : std::string()) + std::string(name);
        return Error{ErrorCode::TensorMissing, file + ": the tensor " + stored + " is missing", {file, stored}};
    }
    if (!fits(tensor->shape, shape)) {
        const std::string found = shapeText(tensor->shape);
        const std::string wanted = shapeText(shape);
        return Error{
            ErrorCode::TensorShapeWrong,
            tensor->file.string() + ": the tensor " + tensor->storedName + " has shape " + found + ", config.json asks for " + wanted,
            {tensor->file.string(), tensor->storedName, wanted, found}};
    }
    return tensor;
}

Result<void> Checkpoint::checkFinite() const {
    for (const auto& [name, tensor] : m_contents->tensors) {
        if (!allFinite(tensor.bytes, tensor.type)) {
            return Error{ErrorCode::TensorNotFinite,
                         tensor.file.string() + ": the tensor " + tensor.storedName + " holds a value that is NaN or infinite",
                         {tensor.file.string(), tensor.storedName}};
        }
    }
    return {};
}

std::string Checkpoint::fingerprint() const {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state) throw std::bad_alloc();
    XXH3_128bits_reset(state.get());
    for (const auto& [name, tensor] : m_contents->tensors) {
        // Name, type and shape as one self-delimiting record, then exactly the bytes they promise.
        const Hash128 about = hashFields({name, tensorTypeName(tensor.type), shapeText(tensor.shape)});
        const std::array<std::byte, 16> record = about.bytes();
        XXH3_128bits_update(state.get(), record.data(), record.size());
        XXH3_128bits_update(state.get(), tensor.bytes.data(), tensor.bytes.size());
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return Hash128{hash.high64, hash.low64}.hex();
}

std::uint64_t Checkpoint::totalBytes() const noexcept {
    std::uint64_t bytes = 0;
    for (const auto& [name, tensor] : m_contents->tensors) bytes += tensor.bytes.size();
    return bytes;
}

}  // namespace labelwright
