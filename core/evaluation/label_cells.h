#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/domain/selection.h"

namespace labelwright {

/// The label names in a cell of a table, as core/io writes and reads them: a JSON array of strings, or, where a row may have several, names
/// joined by |, else one name. White space around a name does not count, empty names are none.
std::vector<std::string> labelsInCell(std::string_view cell, SelectionMode mode);

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
