#include "app/cli/commands/utc_time.h"

#include <ctime>
#include <iomanip>
#include <sstream>

namespace labelwright::cli {

std::string utcTime(std::int64_t secondsSince1970) {
    if (secondsSince1970 == 0) return {};
    const auto moment = static_cast<std::time_t>(secondsSince1970);
    std::tm utc{};
    gmtime_r(&moment, &utc);
    std::ostringstream text;
    text << std::put_time(&utc, "%Y-%m-%dT%H:%M:%SZ");
    return text.str();
}

}  // namespace labelwright::cli
