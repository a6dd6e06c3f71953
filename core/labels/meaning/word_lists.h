#pragma once

#include <string_view>

namespace labelwright {

// The lists in resources/meaning, compiled in; each begins with a comment that says how to read it. Any thread.
std::string_view oppositesZhList() noexcept;
std::string_view oppositesEnList() noexcept;
std::string_view headsZhList() noexcept;
std::string_view headsEnList() noexcept;
std::string_view contrastsZhList() noexcept;
std::string_view contrastsEnList() noexcept;
std::string_view negationsList() noexcept;
std::string_view middlesList() noexcept;

}  // namespace labelwright
