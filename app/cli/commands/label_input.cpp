#include "app/cli/commands/label_input.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace labelwright::cli {
namespace {

Result<std::string> readBytes(const std::string& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return Error{ErrorCode::FileNotFound, "there is no label file " + file, {file}};
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(largestLabelFile + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.is_open() || stream.bad() || std::filesystem::is_directory(file, ignored))
        return Error{ErrorCode::FileUnreadable, "cannot read the label file " + file, {file, "cannot read"}};
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

}  // namespace

Result<LabelInput> readLabels(const std::string& file) {
    const auto bytes = readBytes(file);
    if (!bytes) return bytes.error();
    auto preset = readLabelFile(*bytes, file);
    if (!preset) return preset.error();
    LabelInput input{*std::move(preset), recognisedLabelFileFormat(*bytes), true};
    input.statesTemplate = input.format == LabelFileFormat::Json || input.preset.labelSet.hypothesisTemplate != "{}";
    return input;
}

}  // namespace labelwright::cli
