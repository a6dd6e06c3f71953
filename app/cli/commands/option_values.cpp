#include "app/cli/commands/option_values.h"

#include <cmath>
#include <optional>

namespace labelwright::cli {
namespace {

std::optional<double> numberIn(const std::string& text) {
    double value = 0;
    if (!CLI::detail::lexical_cast(text, value) || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace

CLI::Validator betweenZeroAndOne() {
    const auto check = [](const std::string& text) {
        const auto value = numberIn(text);
        return value && *value >= 0 && *value <= 1 ? std::string() : "\"" + text + "\" is not a number from 0 to 1";
    };
    return {check, "0..1"};
}

CLI::Validator aboveZero() {
    const auto check = [](const std::string& text) {
        const auto value = numberIn(text);
        return value && *value > 0 ? std::string() : "\"" + text + "\" is not a number above 0";
    };
    return {check, "> 0"};
}

CLI::Validator notEmpty() {
    return {[](const std::string& text) { return text.empty() ? std::string("the value is empty") : std::string(); }, ""};
}

}  // namespace labelwright::cli
