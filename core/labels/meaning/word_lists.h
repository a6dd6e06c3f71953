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
std::string_view backgroundList() noexcept;
/// Not words but numbers: resources/meaning/affinity.json, see affinity_coefficients.h.
std::string_view affinityList() noexcept;

}  // namespace labelwright
