#pragma once

#include <filesystem>
#include <string_view>

namespace labelwright::log {

/// Text under review never goes into the log; counts, names of files and models, errors do. Any thread.
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);
/// Something that whoever asked is told as well: for the file only.
void reported(std::string_view message);

/// Writes to a rotating file (3 files of 2 MiB) from now on; before, messages go to stderr (warnings and errors only). Call once, at start.
void openFile(const std::filesystem::path& file);

}  // namespace labelwright::log
