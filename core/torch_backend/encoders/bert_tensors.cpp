#include "core/torch_backend/encoders/bert_tensors.h"

#include <array>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace labelwright {
namespace {

at::ScalarType scalarType(TensorType type) {
    switch (type) {
        case TensorType::Float32: return at::kFloat;
        case TensorType::Float16: return at::kHalf;
        case TensorType::BFloat16: return at::kBFloat16;
        case TensorType::Float64: return at::kDouble;
        case TensorType::Int64: return at::kLong;
        case TensorType::Int32: return at::kInt;
        case TensorType::Int16: return at::kShort;
        case TensorType::Int8: return at::kChar;
        case TensorType::UInt8: return at::kByte;
        case TensorType::Bool: return at::kBool;
    }
    throw std::logic_error("an unknown tensor type");
}

struct Needed {
    std::string name;
    std::vector<std::int64_t> shape;
};

void needLinear(std::vector<Needed>& needed, const std::string& name, std::int64_t outputs, std::int64_t inputs) {
    needed.push_back({name + ".weight", {outputs, inputs}});
    needed.push_back({name + ".bias", {outputs}});
}

void needNorm(std::vector<Needed>& needed, const std::string& name, std::int64_t size) {
    needed.push_back({name + ".weight", {size}});
    needed.push_back({name + ".bias", {size}});
}

Result<void> requireAll(const Checkpoint& checkpoint, const std::vector<Needed>& needed) {
    for (const Needed& tensor : needed) {
        if (auto found = checkpoint.require(tensor.name, tensor.shape); !found) return found.error();
    }
    return {};
}

}  // namespace

std::string layerName(std::uint32_t layer) { return "encoder.layer." + std::to_string(layer) + "."; }

Result<void> checkBertBody(const Checkpoint& checkpoint, const ModelConfig& config) {
    const std::int64_t hidden = config.hiddenSize;
    const std::int64_t intermediate = config.intermediateSize;
    std::vector<Needed> needed{{"embeddings.word_embeddings.weight", {config.vocabularySize, hidden}},
                               {"embeddings.position_embeddings.weight", {config.maxPositions, hidden}},
                               {"embeddings.token_type_embeddings.weight", {config.typeVocabularySize, hidden}}};
    needNorm(needed, "embeddings.LayerNorm", hidden);
    for (std::uint32_t layer = 0; layer < config.layers; ++layer) {
        const std::string name = layerName(layer);
        for (const char* projection : {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
            needLinear(needed, name + projection, hidden, hidden);
        needNorm(needed, name + "attention.output.LayerNorm", hidden);
        needLinear(needed, name + "intermediate.dense", intermediate, hidden);
        needLinear(needed, name + "output.dense", hidden, intermediate);
        needNorm(needed, name + "output.LayerNorm", hidden);
    }
    return requireAll(checkpoint, needed);
}

Result<void> checkLinear(const Checkpoint& checkpoint, const std::string& name, std::int64_t outputs, std::int64_t inputs) {
    std::vector<Needed> needed;
    needLinear(needed, name, outputs, inputs);
    return requireAll(checkpoint, needed);
}

at::Tensor readTensor(const Checkpoint& checkpoint, const std::string& name) {
    const StoredTensor* stored = checkpoint.find(name);
    if (stored == nullptr) throw std::logic_error("tensor " + name + " was not checked for");
    at::Tensor tensor = at::empty(stored->shape, at::TensorOptions().dtype(scalarType(stored->type)));
    // Through a copy because stored bytes may lie at any address.
    if (!stored->bytes.empty()) std::memcpy(tensor.mutable_data_ptr(), stored->bytes.data(), stored->bytes.size());
    return tensor.to(at::kFloat);
}

LinearWeights readLinear(const Checkpoint& checkpoint, const std::string& name) {
    return {readTensor(checkpoint, name + ".weight"), readTensor(checkpoint, name + ".bias")};
}

NormWeights readNorm(const Checkpoint& checkpoint, const std::string& name) {
    return {readTensor(checkpoint, name + ".weight"), readTensor(checkpoint, name + ".bias")};
}

}  // namespace labelwright
