#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace labelwright {

/// Makes the finished file `temporary`, which lies in the folder of `target`, the file of that name: after a power cut there is either the
/// file before or the whole new one. FileUnwritable, with `temporary` still there. Any thread.
Result<void> moveIntoPlace(const std::filesystem::path& temporary, const std::filesystem::path& target);
/// A free name beside `target`, for what is to be moved into its place.
std::filesystem::path nameBeside(const std::filesystem::path& target);

}  // namespace labelwright
