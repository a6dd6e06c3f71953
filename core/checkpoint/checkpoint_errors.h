#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace labelwright {

/// Errors of this folder, worded once: "<file>: <place>: <what>". A place may be empty.
Error fileMalformed(const std::filesystem::path& file, std::string_view place, std::string_view what);
Error unsupportedModel(const std::filesystem::path& folder, std::string_view what);
Error modelIncomplete(const std::filesystem::path& folder, std::string_view missingFile);
Error pickleRefused(const std::filesystem::path& file, std::string_view globalOrOpcode);
/// For the catch at a folder border.
Error notEnoughMemoryFor(const std::filesystem::path& file);
Error unexpectedException(const std::filesystem::path& file, std::string_view what);

/// What "git clone" without Git LFS leaves in the place of a weight file; empty if the bytes are something else.
std::string_view gitLfsPointerAdvice(std::string_view firstBytes) noexcept;

}  // namespace labelwright
