#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/text_import.h"

namespace labelwright {

/// The bytes of an import source, in order. A file is read as it is needed; what is not a regular file (a pipe) is read whole when opened,
/// because an import looks at the start before it begins. One thread. In-memory content is not copied: the ImportSource must outlive this.
class ByteSource {
public:
    static Result<ByteSource> open(const ImportSource& source);

    std::uint64_t size() const noexcept { return m_size; }
    const std::string& path() const noexcept { return m_path; }  ///< empty: in memory
    bool inMemory() const noexcept { return m_path.empty(); }

    /// Fills `into` unless the end comes first; returns how many bytes were read.
    Result<std::size_t> read(std::span<char> into);
    Result<void> rewind();

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };

    ByteSource() = default;
    Error unreadable(const std::string& reason) const;
    Result<void> readWhole();

    std::unique_ptr<std::FILE, Close> m_file;
    std::unique_ptr<const std::string> m_owned;
    std::string_view m_memory;
    std::size_t m_position = 0;  // in m_memory
    std::uint64_t m_size = 0;
    std::string m_path;
};

}  // namespace labelwright
