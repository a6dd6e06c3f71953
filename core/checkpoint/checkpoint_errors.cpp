#include "core/checkpoint/checkpoint_errors.h"

namespace labelwright {

Error fileMalformed(const std::filesystem::path& file, std::string_view place, std::string_view what) {
    std::string detail = file.string() + ": ";
    if (!place.empty()) detail.append(place).append(": ");
    detail.append(what);
    return {ErrorCode::FileMalformed, std::move(detail), {file.string(), std::string(place), std::string(what)}};
}

Error unsupportedModel(const std::filesystem::path& folder, std::string_view what) {
    return {ErrorCode::UnsupportedModel, folder.string() + ": " + std::string(what), {folder.string(), std::string(what)}};
}

Error modelIncomplete(const std::filesystem::path& folder, std::string_view missingFile) {
    return {ErrorCode::ModelIncomplete,
            folder.string() + ": " + std::string(missingFile) + " is missing; get the whole folder again",
            {folder.string(), std::string(missingFile)}};
}

Error pickleRefused(const std::filesystem::path& file, std::string_view globalOrOpcode) {
    return {ErrorCode::PickleRefused,
            file.string() + ": refused, because it uses " + std::string(globalOrOpcode) +
                ", which a file of weights does not need; nothing in it was executed. Use a model.safetensors of this model",
            {file.string(), std::string(globalOrOpcode)}};
}

Error notEnoughMemoryFor(const std::filesystem::path& file) {
    return {ErrorCode::OutOfMemory, file.string() + ": not enough memory to read it", {"cpu"}};
}

Error unexpectedException(const std::filesystem::path& file, std::string_view what) {
    return {ErrorCode::FileUnreadable, file.string() + ": " + std::string(what), {file.string(), std::string(what)}};
}

std::string_view gitLfsPointerAdvice(std::string_view firstBytes) noexcept {
    if (!firstBytes.starts_with("version https://git-lfs")) return {};
    return "this is a Git LFS pointer, not the weights; run \"git lfs pull\" in the folder or download the file itself";
}

}  // namespace labelwright
