#include "core/io/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace labelwright {

std::string jsonString(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonStrings(std::span<const std::string> texts) {
    std::string array = "[";
    for (const std::string& text : texts) array += (array.size() == 1 ? "" : ",") + jsonString(text);
    return array + "]";
}

std::string shortestNumber(float value, std::string_view otherwise) {
    if (!std::isfinite(value)) return std::string(otherwise);
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() ? std::string(digits.data(), end) : std::string(otherwise);
}

}  // namespace labelwright
