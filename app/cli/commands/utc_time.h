#pragma once

#include <cstdint>
#include <string>

namespace labelwright::cli {

/// ISO 8601 in UTC, "2026-05-01T08:30:00Z"; empty for 0, which stands for a time that is not known.
std::string utcTime(std::int64_t secondsSince1970);

}  // namespace labelwright::cli
