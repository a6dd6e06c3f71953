#include "core/base/user_name.h"

#include <pwd.h>
#include <unistd.h>

#include <vector>

namespace labelwright {

std::string userName() {
    const uid_t user = geteuid();
    std::vector<char> room(16384);
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(user, &entry, room.data(), room.size(), &found) == 0 && found != nullptr) return found->pw_name;
    return std::to_string(user);
}

}  // namespace labelwright
