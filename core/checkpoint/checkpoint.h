#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

enum class TensorType { Float32, Float16, BFloat16, Float64, Int64, Int32, Int16, Int8, UInt8, Bool };

std::size_t tensorTypeBytes(TensorType type) noexcept;
const char* tensorTypeName(TensorType type) noexcept;

/// One stored tensor, row-major and contiguous. The bytes belong to the Checkpoint (mapped file or own copy) and may be unaligned.
struct StoredTensor {
    std::string name;        ///< normalised: see Checkpoint
    std::string storedName;  ///< as in the file, for messages
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
    std::filesystem::path file;
};

/// The weights of a model folder: model.safetensors, model.safetensors.index.json with its shards, or pytorch_model.bin (zip and legacy).
/// Nothing in the files is executed. Names are normalised (models.md 6.4): "module." and the base prefix (bert., encoder., roberta., a
/// config's base_model_prefix, any other that all body tensors share) go away, gamma/beta become weight/bias, position_ids and cls.* are
/// dropped; so a body tensor reads "embeddings.word_embeddings.weight", "encoder.layer.0.attention.self.query.weight",
/// "pooler.dense.weight", a head tensor "classifier.weight".
class Checkpoint {
public:
    static Result<Checkpoint> open(const std::filesystem::path& modelFolder);
    Checkpoint(Checkpoint&&) noexcept;
    Checkpoint& operator=(Checkpoint&&) noexcept;
    ~Checkpoint();

    const std::map<std::string, StoredTensor, std::less<>>& tensors() const noexcept;
    const StoredTensor* find(std::string_view name) const noexcept;
    /// The tensor with this shape, or TensorMissing / TensorShapeWrong naming file, tensor and both shapes. -1 in `shape` accepts any size.
    Result<const StoredTensor*> require(std::string_view name, std::span<const std::int64_t> shape) const;
    /// TensorNotFinite if a floating-point value of any tensor is NaN or infinite. Reads everything once.
    Result<void> checkFinite() const;
    /// Hash over names, types, shapes and bytes: identity of the weights.
    std::string fingerprint() const;
    std::uint64_t totalBytes() const noexcept;
    const std::vector<std::filesystem::path>& files() const noexcept;

private:
    struct Contents;
    explicit Checkpoint(std::unique_ptr<Contents> contents);
    std::unique_ptr<Contents> m_contents;
};

}  // namespace labelwright
