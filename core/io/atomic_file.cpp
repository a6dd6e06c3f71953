#include "core/io/atomic_file.h"

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include <cerrno>
#include <cstring>
#include <random>
#include <system_error>

namespace labelwright {
namespace {

bool reachedDisk(std::FILE* file) {
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return fsync(fileno(file)) == 0;
#endif
}

/// Makes the new name itself survive a power cut. Some file systems refuse; the content is safe all the same.
void syncFolder([[maybe_unused]] const std::filesystem::path& folder) {
#ifndef _WIN32
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    (void)fsync(descriptor);
    (void)::close(descriptor);
#endif
}

std::filesystem::path besides(const std::filesystem::path& target) {
    std::random_device device;
    std::filesystem::path temporary = target;
    temporary += "." + std::to_string(device()) + ".part";
    return temporary;
}

}  // namespace

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
        file.m_temporary = besides(file.m_target);
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
    if (!reachedDisk(m_file.get())) return unwritable(std::strerror(errno));
    std::error_code error;
#ifdef _WIN32
    m_file.reset();  // an open file cannot be renamed there
#endif
    std::filesystem::rename(m_temporary, m_target, error);
    if (error) return unwritable(error.message());
    m_file.reset();
    syncFolder(m_target.parent_path());
    return {};
}

}  // namespace labelwright
