#include "tests/core/checkpoint/weight_builder.h"

#include <zip.h>

#include <cstring>
#include <stdexcept>

namespace labelwright::testing {

std::string littleEndian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text.push_back(static_cast<char>((value >> (8 * i)) & 0xffU));
    return text;
}

std::string floatBytes(const std::vector<float>& values) {
    std::string bytes(values.size() * sizeof(float), '\0');
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

std::string safetensorsBytes(const std::string& header, const std::string& data) { return littleEndian(header.size(), 8) + header + data; }

std::string safetensorsBytes(const std::vector<BuiltTensor>& tensors) {
    std::string header = "{";
    std::string data;
    for (const BuiltTensor& tensor : tensors) {
        const std::size_t begin = data.size();
        data += tensor.bytes;
        if (header.size() > 1) header += ",";
        header += "\"" + tensor.name + "\":{\"dtype\":\"" + tensor.type + "\",\"shape\":" + tensor.shape + ",\"data_offsets\":[" +
                  std::to_string(begin) + "," + std::to_string(data.size()) + "]}";
    }
    return safetensorsBytes(header + "}", data);
}

namespace pickle {

std::string text(const std::string& value) { return "X" + littleEndian(value.size(), 4) + value; }

std::string integer(std::int64_t value) { return "\x8a\x08" + littleEndian(static_cast<std::uint64_t>(value), 8); }

std::string tuple(const std::vector<std::string>& items) {
    std::string piece = "(";
    for (const std::string& item : items) piece += item;
    return piece + "t";
}

std::string dictionary(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string piece = "}(";
    for (const auto& [key, value] : items) piece += text(key) + value;
    return piece + "u";
}

std::string global(const std::string& module, const std::string& name) { return "c" + module + "\n" + name + "\n"; }

std::string storage(const std::string& type, const std::string& key, std::int64_t elements) {
    return tuple({text("storage"), global("torch", type), text(key), text("cpu"), integer(elements)}) + "Q";
}

std::string tensor(const std::string& storage, std::int64_t offset, const std::vector<std::int64_t>& size,
                   const std::vector<std::int64_t>& stride) {
    std::vector<std::string> sizes;
    std::vector<std::string> strides;
    for (const std::int64_t value : size) sizes.push_back(integer(value));
    for (const std::int64_t value : stride) strides.push_back(integer(value));
    const std::string hooks = global("collections", "OrderedDict") + ")R";
    return global("torch._utils", "_rebuild_tensor_v2") + tuple({storage, integer(offset), tuple(sizes), tuple(strides), "\x89", hooks}) +
           "R";
}

std::string whole(const std::string& piece) { return "\x80\x02" + piece + "."; }

}  // namespace pickle

void writeZip(const std::filesystem::path& file, const std::vector<ZipMember>& members) {
    int error = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("cannot create " + file.string());
    for (const ZipMember& member : members) {
        zip_source_t* source = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) throw std::runtime_error("cannot add " + member.name);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), member.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write " + file.string());
}

void writeTorchZip(const std::filesystem::path& file, const std::string& pickle,
                   const std::vector<std::pair<std::string, std::string>>& storages) {
    std::vector<ZipMember> members{{"archive/data.pkl", pickle}, {"archive/byteorder", "little"}};
    for (const auto& [key, bytes] : storages) members.push_back({"archive/data/" + key, bytes});
    writeZip(file, members);
}

std::string torchLegacyBytes(const std::string& pickle, const std::vector<LegacyStorage>& storages) {
    const std::string magic("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15);
    std::string bytes =
        magic + pickle::whole(pickle::integer(1001)) + pickle::whole(pickle::dictionary({{"little_endian", "\x88"}})) + pickle;
    std::string keys = "](";
    for (const LegacyStorage& storage : storages) keys += pickle::text(storage.key);
    bytes += pickle::whole(keys + "e");
    for (const LegacyStorage& storage : storages) bytes += littleEndian(static_cast<std::uint64_t>(storage.elements), 8) + storage.bytes;
    return bytes;
}

}  // namespace labelwright::testing
