#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace labelwright::testing {

/// Little-endian bytes of a number.
std::string littleEndian(std::uint64_t value, std::size_t bytes);
std::string floatBytes(const std::vector<float>& values);

/// A safetensors file with this header text and data; the length field is right unless given.
std::string safetensorsBytes(const std::string& header, const std::string& data);
struct BuiltTensor {
    std::string name;
    std::string type;
    std::string shape;  ///< "[2,3]"
    std::string bytes;
};
/// The same of tensors, one after another.
std::string safetensorsBytes(const std::vector<BuiltTensor>& tensors);

/// Pieces of pickles, protocol 2.
namespace pickle {
std::string text(const std::string& value);
std::string integer(std::int64_t value);
std::string tuple(const std::vector<std::string>& items);
std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items);  ///< keys are texts, values are pieces
std::string global(const std::string& module, const std::string& name);
std::string storage(const std::string& type, const std::string& key, std::int64_t elements);
std::string tensor(const std::string& storage, std::int64_t offset, const std::vector<std::int64_t>& size,
                   const std::vector<std::int64_t>& stride);
std::string whole(const std::string& piece);  ///< with PROTO and STOP
}  // namespace pickle

struct ZipMember {
    std::string name;
    std::string bytes;
    bool deflated = false;
};
void writeZip(const std::filesystem::path& file, const std::vector<ZipMember>& members);
/// archive/data.pkl and archive/data/<key> for each storage.
void writeTorchZip(const std::filesystem::path& file, const std::string& pickle,
                   const std::vector<std::pair<std::string, std::string>>& storages);

struct LegacyStorage {
    std::string key;
    std::int64_t elements = 0;
    std::string bytes;
};
std::string torchLegacyBytes(const std::string& pickle, const std::vector<LegacyStorage>& storages);

}  // namespace labelwright::testing
