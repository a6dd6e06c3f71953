#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

/// One entry of the JSON header, as written; only its form is checked here.
struct SafetensorsEntry {
    std::string name;
    std::string type;  ///< "F32", "BF16", …
    std::vector<std::uint64_t> shape;
    std::uint64_t begin = 0;  ///< bytes from the end of the header
    std::uint64_t end = 0;
};

/// Reads {"name":{"dtype","shape","data_offsets"},…,"__metadata__":{text:text}}. FileMalformed for anything else: other types, unknown or
/// repeated keys, more nesting. `file` is only for messages.
Result<std::vector<SafetensorsEntry>> parseSafetensorsHeader(std::string_view json, const std::filesystem::path& file);

}  // namespace labelwright
