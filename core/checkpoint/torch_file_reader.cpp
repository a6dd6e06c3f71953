#include "core/checkpoint/torch_file_reader.h"

#include <string_view>

#include "core/checkpoint/checkpoint_errors.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/torch_legacy_reader.h"
#include "core/checkpoint/torch_zip_reader.h"

namespace labelwright {
namespace {

constexpr std::string_view zipStart = "PK\x03\x04";
constexpr std::string_view pickleStart = "\x80";
constexpr std::string_view tarMark = "ustar";
constexpr std::size_t tarMarkAt = 257;

}  // namespace

Result<WeightFile> parseTorch(std::span<const std::byte> bytes, std::shared_ptr<const void> owner, const std::filesystem::path& file) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.starts_with(zipStart)) return parseTorchZip(bytes, file);
    if (text.starts_with(pickleStart)) return parseTorchLegacy(bytes, std::move(owner), file);
    if (text.size() > tarMarkAt && text.substr(tarMarkAt).starts_with(tarMark)) {
        return unsupportedModel(file, "it is in the tar format of PyTorch 0.1; load it with PyTorch and save it as model.safetensors");
    }
    if (const std::string_view advice = gitLfsPointerAdvice(text); !advice.empty()) return fileMalformed(file, "", advice);
    return fileMalformed(file, "byte 0", "it is neither a zip archive nor a pickle of PyTorch");
}

Result<WeightFile> readTorchFile(const std::filesystem::path& file) {
    Result<std::shared_ptr<const MappedFile>> mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const std::span<const std::byte> bytes = (*mapped)->bytes();
    return parseTorch(bytes, *std::move(mapped), file);
}

}  // namespace labelwright
