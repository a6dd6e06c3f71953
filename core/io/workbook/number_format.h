#pragma once

#include <string>
#include <string_view>

namespace labelwright {

/// What a number format of a workbook makes of a number.
enum class NumberKind { Number, Percent, Date, Time, DateTime };

/// Of the built-in format `id`, or of `code` if it is not empty.
NumberKind numberKind(int id, std::string_view code);

/// Days are counted from 1899-12-31 (with a 29 February 1900 that never was), or from 1904-01-01.
enum class DateSystem { From1900, From1904 };

/// The number as a reader would want it: at most 15 digits with a decimal point, "7%", "2026-01-02", "03:04:05", "2026-01-02 03:04:05".
std::string shownNumber(double value, NumberKind kind, DateSystem system);

}  // namespace labelwright
