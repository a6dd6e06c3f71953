#include "core/io/byte_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace labelwright {

Error ByteSource::unreadable(const std::string& reason) const {
    return {ErrorCode::FileUnreadable, "cannot read " + m_path + ": " + reason, {m_path, reason}};
}

Result<ByteSource> ByteSource::open(const ImportSource& source) {
    ByteSource bytes;
    if (const auto* memory = std::get_if<std::string>(&source.content)) {
        bytes.m_memory = *memory;
        bytes.m_size = memory->size();
        return bytes;
    }
    const auto& file = std::get<std::filesystem::path>(source.content);
    bytes.m_path = file.string();
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return Error{ErrorCode::FileNotFound, "there is no file " + bytes.m_path, {bytes.m_path}};
    }
    if (error) return bytes.unreadable(error.message());
    if (std::filesystem::is_directory(status)) return bytes.unreadable("it is a folder");
    bytes.m_file.reset(std::fopen(file.c_str(), "rb"));
    if (!bytes.m_file) return bytes.unreadable(std::strerror(errno));
    if (!std::filesystem::is_regular_file(status)) {
        if (auto whole = bytes.readWhole(); !whole) return whole.error();
        return bytes;
    }
    bytes.m_size = std::filesystem::file_size(file, error);
    if (error) return bytes.unreadable(error.message());
    return bytes;
}

Result<void> ByteSource::readWhole() {
    std::string content;
    std::array<char, 65536> block{};
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), m_file.get())) content.append(block.data(), count);
    if (std::ferror(m_file.get()) != 0) return unreadable(std::strerror(errno));
    m_file.reset();
    m_owned = std::make_unique<const std::string>(std::move(content));
    m_memory = *m_owned;
    m_size = m_memory.size();
    return {};
}

Result<std::size_t> ByteSource::read(std::span<char> into) {
    if (m_file) {
        const std::size_t count = std::fread(into.data(), 1, into.size(), m_file.get());
        if (count < into.size() && std::ferror(m_file.get()) != 0) return unreadable(std::strerror(errno));
        return count;
    }
    const std::size_t count = std::min(into.size(), m_memory.size() - m_position);
    std::copy_n(m_memory.begin() + static_cast<std::ptrdiff_t>(m_position), count, into.begin());
    m_position += count;
    return count;
}

Result<void> ByteSource::rewind() {
    m_position = 0;
    if (m_file && std::fseek(m_file.get(), 0, SEEK_SET) != 0) return unreadable(std::strerror(errno));
    return {};
}

}  // namespace labelwright
