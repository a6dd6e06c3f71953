#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// Numbers names in the order in which they come, so that columns of several files share indices. One thread.
class LabelNumbers {
public:
    std::uint32_t numberOf(const std::string& name);  ///< a new name gets the next number
    const std::vector<std::string>& names() const noexcept { return m_names; }
    std::size_t size() const noexcept { return m_names.size(); }

private:
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

}  // namespace labelwright
