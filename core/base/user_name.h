#pragma once

#include <string>

namespace labelwright {

/// Who is logged in, as the system names the account; its number where it has no name. Any thread.
std::string userName();

}  // namespace labelwright
