#include "core/base/move_into_place.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <random>
#include <string>
#include <system_error>

namespace labelwright {
namespace {

Error unwritable(const std::filesystem::path& file, const std::string& reason) {
    return {ErrorCode::FileUnwritable, "cannot write " + file.string() + ": " + reason, {file.string(), reason}};
}

bool reachesDisk(const std::filesystem::path& file, int flags) {
    const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = fsync(descriptor) == 0;
    const int reason = errno;
    (void)::close(descriptor);
    errno = reason;
    return synced;
}

}  // namespace

Result<void> moveIntoPlace(const std::filesystem::path& temporary, const std::filesystem::path& target) {
    if (!reachesDisk(temporary, O_RDONLY)) return unwritable(target, std::strerror(errno));
    std::error_code error;
    std::filesystem::rename(temporary, target, error);
    if (error) return unwritable(target, error.message());
    // Makes the new name itself survive. Some file systems refuse; the content is safe all the same.
    (void)reachesDisk(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."), O_RDONLY | O_DIRECTORY);
    return {};
}

std::filesystem::path nameBeside(const std::filesystem::path& target) {
    std::random_device device;
    std::filesystem::path name = target;
    name += "." + std::to_string(device()) + ".part";
    return name;
}

}  // namespace labelwright
