#include "core/checkpoint/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace labelwright {
namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int descriptor) noexcept : m_descriptor(descriptor) {}
    ~FileDescriptor() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    int value() const noexcept { return m_descriptor; }

private:
    int m_descriptor;
};

Error unreadable(const std::filesystem::path& file, const std::string& reason) {
    return {ErrorCode::FileUnreadable, file.string() + ": cannot be read: " + reason, {file.string(), reason}};
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& file) {
    // O_NONBLOCK: a FIFO in the place of a weight file must not stop us here.
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.value() < 0) {
        if (errno == ENOENT) return Error{ErrorCode::FileNotFound, file.string() + ": there is no such file", {file.string()}};
        return unreadable(file, std::generic_category().message(errno));
    }
    struct stat status {};
    if (::fstat(descriptor.value(), &status) != 0) return unreadable(file, std::generic_category().message(errno));
    if (!S_ISREG(status.st_mode)) return unreadable(file, "it is not a regular file");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) return std::shared_ptr<const MappedFile>(new MappedFile(nullptr, 0));
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value(), 0);
    if (address == MAP_FAILED) return unreadable(file, std::generic_category().message(errno));
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const std::byte*>(address), size));
}

MappedFile::~MappedFile() {
    if (m_begin != nullptr) ::munmap(const_cast<std::byte*>(m_begin), m_size);
}

}  // namespace labelwright
