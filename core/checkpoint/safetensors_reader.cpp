#include "core/checkpoint/safetensors_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <tuple>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/safetensors_header.h"
#include "core/checkpoint/tensor_shape.h"

namespace labelwright {
namespace {

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t maxHeaderBytes = 100'000'000;  // the format's own limit

std::optional<TensorType> typeNamed(std::string_view name) noexcept {
    for (const TensorType type : {TensorType::Float32, TensorType::Float16, TensorType::BFloat16, TensorType::Float64, TensorType::Int64,
                                  TensorType::Int32, TensorType::Int16, TensorType::Int8, TensorType::UInt8, TensorType::Bool}) {
        if (name == tensorTypeName(type)) return type;
    }
    return std::nullopt;
}

bool isOtherKnownType(std::string_view name) noexcept {
    constexpr std::array others{"U16", "U32", "U64", "C64"};
    return std::find(others.begin(), others.end(), name) != others.end() || name.starts_with("F8_") || name.starts_with("F6_") ||
           name.starts_with("F4");
}

std::uint64_t littleEndian64(std::span<const std::byte> bytes) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = lengthBytes; i-- > 0;) value = (value << 8U) | std::to_integer<std::uint64_t>(bytes[i]);
    return value;
}

Result<StoredTensor> tensorOf(SafetensorsEntry& entry, std::span<const std::byte> data, const std::filesystem::path& file) {
    const std::optional<TensorType> type = typeNamed(entry.type);
    if (!type) {
        if (isOtherKnownType(entry.type)) return unsupportedModel(file, "tensor " + entry.name + " has the type " + entry.type);
        return fileMalformed(file, entry.name, "the type \"" + entry.type + "\" is not known");
    }
    StoredTensor tensor;
    for (const std::uint64_t dimension : entry.shape) {
        if (dimension > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            return fileMalformed(file, entry.name, "the product of its shape overflows");
        }
        tensor.shape.push_back(static_cast<std::int64_t>(dimension));
    }
    const std::optional<std::uint64_t> bytes = tensorBytes(tensor.shape, *type);
    if (!bytes) return fileMalformed(file, entry.name, "the product of its shape overflows");
    if (entry.end < entry.begin) return fileMalformed(file, entry.name, "data_offsets end before they begin");
    if (entry.end > data.size()) {
        return fileMalformed(file, entry.name,
                             "its data reach to byte " + std::to_string(entry.end) + " past the end of the file (" +
                                 std::to_string(data.size()) + " bytes of data); the file may be cut short");
    }
    if (entry.end - entry.begin != *bytes) {
        return fileMalformed(file, entry.name,
                             "shape " + shapeText(tensor.shape) + " of " + entry.type + " needs " + std::to_string(*bytes) +
                                 " bytes, data_offsets give " + std::to_string(entry.end - entry.begin));
    }
    tensor.storedName = std::move(entry.name);
    tensor.name = tensor.storedName;
    tensor.type = *type;
    tensor.bytes = data.subspan(entry.begin, *bytes);
    tensor.file = file;
    return tensor;
}

}  // namespace

Result<std::vector<StoredTensor>> parseSafetensors(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (const std::string_view advice = gitLfsPointerAdvice(text); !advice.empty()) return fileMalformed(file, "", advice);
    if (bytes.size() < lengthBytes) return fileMalformed(file, "", "the file is too short for a header");
    const std::uint64_t headerBytes = littleEndian64(bytes);
    if (headerBytes > maxHeaderBytes) {
        return fileMalformed(file, "byte 0", "the header length of " + std::to_string(headerBytes) + " is beyond 100,000,000");
    }
    if (headerBytes > bytes.size() - lengthBytes) {
        return fileMalformed(file, "byte 0", "the header length of " + std::to_string(headerBytes) + " is beyond the end of the file");
    }
    Result<std::vector<SafetensorsEntry>> entries = parseSafetensorsHeader(text.substr(lengthBytes, headerBytes), file);
    if (!entries) return entries.error();

    const std::span<const std::byte> data = bytes.subspan(lengthBytes + headerBytes);
    std::sort(entries->begin(), entries->end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
    std::vector<StoredTensor> tensors;
    tensors.reserve(entries->size());
    std::uint64_t next = 0;
    for (SafetensorsEntry& entry : *entries) {
        const std::uint64_t begin = entry.begin;
        const std::uint64_t end = entry.end;
        Result<StoredTensor> tensor = tensorOf(entry, data, file);
        if (!tensor) return tensor.error();
        if (begin < next) return fileMalformed(file, tensor->storedName, "its data overlap those of " + tensors.back().storedName);
        if (begin > next) return fileMalformed(file, tensor->storedName, "there is a hole before its data");
        next = end;
        tensors.push_back(*std::move(tensor));
    }
    if (next != data.size()) {
        return fileMalformed(file, "", std::to_string(data.size() - next) + " bytes after the last tensor belong to none");
    }
    return tensors;
}

Result<WeightFile> readSafetensors(const std::filesystem::path& file) {
    Result<std::shared_ptr<const MappedFile>> mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    Result<std::vector<StoredTensor>> tensors = parseSafetensors((*mapped)->bytes(), file);
    if (!tensors) return tensors.error();
    return WeightFile{*std::move(tensors), {*std::move(mapped)}};
}

}  // namespace labelwright
