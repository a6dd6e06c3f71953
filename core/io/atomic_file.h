#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace labelwright {

/// A file that appears under its name only when it is complete and on the disk: written beside the target, then renamed over it. Without
/// commit() nothing is left behind. A target that is no regular file (a pipe, /dev/stdout) is written directly. One thread.
class AtomicFile {
public:
    static constexpr std::size_t bufferBytes = std::size_t{1} << 20U;

    static Result<AtomicFile> create(const std::filesystem::path& target);
    AtomicFile(AtomicFile&&) noexcept = default;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile();

    /// Writes and empties `buffer` if it holds more than `threshold` bytes.
    Result<void> drain(std::string& buffer, std::size_t threshold);
    /// Flushes to the disk and renames.
    Result<void> commit();

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };

    AtomicFile() = default;
    Error unwritable(const std::string& reason) const;

    std::unique_ptr<std::FILE, Close> m_file;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;  // empty: written directly
};

}  // namespace labelwright
