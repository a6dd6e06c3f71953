#include "core/evaluation/label_cells.h"

#include <nlohmann/json.hpp>

namespace labelwright {
namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(whiteSpace);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(whiteSpace) - first + 1);
}

void addName(std::string_view name, std::vector<std::string>& names) {
    if (const auto kept = trimmed(name); !kept.empty()) names.emplace_back(kept);
}

/// False: the cell is no array of strings, though it may look like one.
bool readArray(std::string_view cell, std::vector<std::string>& names) {
    const auto array = nlohmann::json::parse(cell, nullptr, false);
    if (!array.is_array()) return false;
    for (const auto& name : array) {
        if (!name.is_string()) return false;
    }
    for (const auto& name : array) addName(name.get_ref<const std::string&>(), names);
    return true;
}

}  // namespace

std::vector<std::string> labelsInCell(std::string_view cell, SelectionMode mode) {
    std::vector<std::string> names;
    cell = trimmed(cell);
    if (cell.starts_with('[') && readArray(cell, names)) return names;
    if (mode == SelectionMode::SingleBest) {
        addName(cell, names);
        return names;
    }
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find('|', begin), cell.size());
        addName(cell.substr(begin, end - begin), names);
        begin = end + 1;
    }
    return names;
}

std::uint32_t LabelNumbers::numberOf(const std::string& name) {
    const auto [entry, isNew] = m_numbers.try_emplace(name, static_cast<std::uint32_t>(m_names.size()));
    if (isNew) m_names.push_back(name);
    return entry->second;
}

}  // namespace labelwright
