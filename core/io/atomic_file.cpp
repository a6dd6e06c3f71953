#include "core/io/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include "core/base/move_into_place.h"

namespace labelwright {
Error AtomicFile::unwritable(const std::string& reason) const {
    return {ErrorCode::FileUnwritable, "cannot write " + m_target.string() + ": " + reason, {m_target.string(), reason}};
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target) {
    AtomicFile file;
    file.m_target = target;
    std::error_code error;
    const auto status = std::filesystem::status(target, error);
    if (std::filesystem::is_directory(status)) return file.unwritable("it is a folder");
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        file.m_file.reset(std::fopen(target.c_str(), "wb"));
    } else {
        // The link stays a link, what it points to is replaced.
        if (std::filesystem::is_symlink(target, error)) file.m_target = std::filesystem::weakly_canonical(target, error);
        file.m_temporary = nameBeside(file.m_target);
        file.m_file.reset(std::fopen(file.m_temporary.c_str(), "wbx"));
        if (!file.m_file) file.m_temporary.clear();
    }
    if (!file.m_file) return file.unwritable(std::strerror(errno));
    return file;
}

AtomicFile::~AtomicFile() {
    if (!m_file || m_temporary.empty()) return;
    m_file.reset();
    std::error_code ignored;
    std::filesystem::remove(m_temporary, ignored);
}

Result<void> AtomicFile::drain(std::string& buffer, std::size_t threshold) {
    if (buffer.size() <= threshold) return {};
    if (std::fwrite(buffer.data(), 1, buffer.size(), m_file.get()) != buffer.size()) return unwritable(std::strerror(errno));
    buffer.clear();
    return {};
}

Result<void> AtomicFile::commit() {
    if (std::fflush(m_file.get()) != 0) return unwritable(std::strerror(errno));
    if (m_temporary.empty()) return {};
    m_file.reset();
    auto moved = moveIntoPlace(m_temporary, m_target);
    std::error_code ignored;
    if (!moved) std::filesystem::remove(m_temporary, ignored);
    return moved;
}

}  // namespace labelwright
