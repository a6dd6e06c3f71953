#include "core/storage/file_claim.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/user_name.h"
#include "core/storage/sqlite_error.h"

namespace labelwright {
namespace {

/// An open file description's own lock: unlike a plain one it also keeps other threads and libraries of this process out, and closing some
/// other descriptor of the file does not give it up.
bool lockWhole(int descriptor) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

/// Whoever had it before may have removed the name between our opening and locking: then this lock is on nothing.
bool isStillNamed(int descriptor, const std::filesystem::path& lock) {
    struct stat ours {};
    struct stat named {};
    if (fstat(descriptor, &ours) != 0 || stat(lock.c_str(), &named) != 0) return false;
    return ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

std::string hostName() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// User, machine, process and the time in seconds since 1970, a line each.
void writeHolder(int descriptor) {
    const std::string text = userName() + '\n' + hostName() + '\n' + std::to_string(getpid()) + '\n' + std::to_string(unixSeconds()) + '\n';
    // Only for the message that another program shows: the lock holds without it.
    if (ftruncate(descriptor, 0) == 0) (void)!pwrite(descriptor, text.data(), text.size(), 0);
}

Error heldError(const std::filesystem::path& file, int descriptor) {
    std::array<char, 1024> bytes{};
    const auto count = pread(descriptor, bytes.data(), bytes.size(), 0);
    std::string_view text(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    std::array<std::string, 4> lines;
    for (std::string& line : lines) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) break;
        line = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    const auto& [user, host, process, since] = lines;
    return {ErrorCode::StorageHeld,
            file.string() + " is open for writing in another program (user " + user + ", machine " + host + ", process " + process +
                "); close it there, or work on a copy",
            {file.string(), user, host, process, since}};
}

}  // namespace

Result<FileClaim> FileClaim::take(const std::filesystem::path& file) {
    std::error_code ignored;
    // The same file under two names is one file.
    std::filesystem::path lock = std::filesystem::weakly_canonical(file, ignored);
    lock = (ignored ? file : lock).string() + ".lock";
    // Each round another program has given the claim up this very moment.
    for (int round = 0; round < 100; ++round) {
        const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0) return unwritableDatabase(file, std::string("no lock file can be made beside it: ") + std::strerror(errno));
        FileClaim claim({}, descriptor);  // without the name: a claim of others is not removed
        if (!lockWhole(descriptor)) {
            if (errno == EACCES || errno == EAGAIN) return heldError(file, descriptor);
            return unwritableDatabase(file, std::string("its lock file cannot be locked: ") + std::strerror(errno));
        }
        if (!isStillNamed(descriptor, lock)) continue;
        claim.m_lock = lock;
        writeHolder(descriptor);
        return claim;
    }
    return Error{ErrorCode::StorageFailed, file.string() + ": its lock file comes and goes; try again", {file.string(), "lock"}};
}

FileClaim& FileClaim::operator=(FileClaim&& other) noexcept {
    std::swap(m_lock, other.m_lock);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileClaim::~FileClaim() {
    if (m_descriptor < 0) return;
    std::error_code ignored;
    if (!m_lock.empty()) std::filesystem::remove(m_lock, ignored);
    ::close(m_descriptor);
}

}  // namespace labelwright
