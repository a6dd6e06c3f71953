#include "core/io/label_cell.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/io/json_text.h"

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

/// False: the cell holds no array of strings, though it may look like one.
bool readArray(std::string_view cell, std::vector<std::string>& names) {
    auto array = nlohmann::json::parse(cell, nullptr, false);
    if (array.is_object() && array.size() == 1 && array.contains("choices")) array = nlohmann::json(array["choices"]);
    if (!array.is_array()) return false;
    for (const auto& name : array) {
        if (!name.is_string()) return false;
    }
    for (const auto& name : array) addName(name.get_ref<const std::string&>(), names);
    return true;
}

}  // namespace

std::vector<std::string> labelsInCell(std::string_view cell, char separator) {
    std::vector<std::string> names;
    cell = trimmed(cell);
    if ((cell.starts_with('[') || cell.starts_with('{')) && readArray(cell, names)) return names;
    if (separator == '\0') {
        addName(cell, names);
        return names;
    }
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find(separator, begin), cell.size());
        addName(cell.substr(begin, end - begin), names);
        begin = end + 1;
    }
    return names;
}

std::vector<std::string> labelsInCell(std::string_view cell, SelectionMode mode) {
    return labelsInCell(cell, mode == SelectionMode::SingleBest ? '\0' : '|');
}

std::string labelCell(std::span<const std::string> labels) {
    std::string joined;
    for (const std::string& label : labels) joined += (joined.empty() ? "" : "|") + label;
    if (labelsInCell(joined, '|') != std::vector<std::string>(labels.begin(), labels.end())) return jsonStrings(labels);
    return joined;
}

}  // namespace labelwright
