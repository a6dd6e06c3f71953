#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/base/result.h"

namespace labelwright {

/// A regular file mapped for reading; unmapped by the destructor. Any thread. The file must not shrink meanwhile (the system would stop
/// the process), which is why downloads write elsewhere and rename.
class MappedFile {
public:
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::span<const std::byte> bytes() const noexcept { return {m_begin, m_size}; }

private:
    MappedFile(const std::byte* begin, std::size_t size) noexcept : m_begin(begin), m_size(size) {}

    const std::byte* m_begin;
    std::size_t m_size;
};

}  // namespace labelwright
