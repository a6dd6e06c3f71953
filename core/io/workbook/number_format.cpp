#include "core/io/workbook/number_format.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace labelwright {
namespace {

constexpr double secondsOfDay = 86'400;
constexpr double lastDay = 2'958'466;  // 9999-12-31 and a day

std::string digits(double value) {
    std::array<char, 64> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 15);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::string date(std::int64_t day, DateSystem system) {
    using namespace std::chrono;
    // ECMA-376 part 1, 18.17.4.1. Day 60 is the 29 February 1900 that Excel took over from Lotus.
    const sys_days start = system == DateSystem::From1904 ? sys_days{1904y / 1 / 1} : sys_days{1899y / 12 / (day < 60 ? 31 : 30)};
    const year_month_day civil{start + days{day}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
                       static_cast<unsigned>(civil.day()));
}

std::string timeOfDay(std::int64_t seconds) { return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60); }

}  // namespace

NumberKind numberKind(int id, std::string_view code) {
    if (code.empty()) {
        if (id == 9 || id == 10) return NumberKind::Percent;
        if (id == 22) return NumberKind::DateTime;
        if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id == 55 || id == 56) return NumberKind::Time;
        // 27 to 58: dates of the East Asian editions.
        if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return NumberKind::Date;
        return NumberKind::Number;
    }
    bool days = false, clock = false, months = false, percent = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = static_cast<char>(code[at] | 0x20);
        if (code[at] == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (code[at] == '\\' || code[at] == '_' || code[at] == '*') {
            ++at;
        } else if (code[at] == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) clock = true;  // elapsed time
            at = end;
        } else if (code[at] == ';') {
            break;  // the format of negative numbers
        } else if (code.substr(at).starts_with("General")) {
            return NumberKind::Number;
        } else {
            days = days || c == 'y' || c == 'd';
            clock = clock || c == 'h' || c == 's';
            months = months || c == 'm';
            percent = percent || code[at] == '%';
        }
    }
    if (days || (months && !clock)) return clock ? NumberKind::DateTime : NumberKind::Date;
    if (clock) return NumberKind::Time;
    return percent ? NumberKind::Percent : NumberKind::Number;
}

std::string shownNumber(double value, NumberKind kind, DateSystem system) {
    if (kind == NumberKind::Number) return digits(value);
    if (kind == NumberKind::Percent) return digits(value * 100) + "%";
    if (!std::isfinite(value) || value < 0 || value >= lastDay) return digits(value);
    const auto seconds = static_cast<std::int64_t>(std::llround(value * secondsOfDay));
    if (kind == NumberKind::Time) return timeOfDay(seconds);
    const std::int64_t day = seconds / static_cast<std::int64_t>(secondsOfDay);
    if (kind == NumberKind::Date) return date(day, system);
    return date(day, system) + " " + timeOfDay(seconds % static_cast<std::int64_t>(secondsOfDay));
}

}  // namespace labelwright
