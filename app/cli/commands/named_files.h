#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright::cli {

/// A file as the command line names it.
struct NamedFile {
    std::string option;  ///< "--output"; messages begin with it
    std::filesystem::path file;
};

/// Whether one of them is named twice, so that none is lost.
Result<void> checkDistinct(const std::vector<NamedFile>& files);
/// Whether it can be written, so that hours of computing are not followed by an error. A file that is there stays as it is.
Result<void> checkWritable(const NamedFile& named);
/// Whether a file that --cache names is a score cache or not there yet: a file of another kind would be moved aside.
Result<void> checkCache(const std::filesystem::path& file);

/// Writes all of it or nothing.
Result<void> writeWhole(const std::filesystem::path& file, std::string content);

}  // namespace labelwright::cli
