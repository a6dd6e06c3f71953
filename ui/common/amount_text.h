#pragma once

#include <QString>
#include <cstdint>

namespace labelwright::ui {

/// "under 1 s", "12 s", "3 min 5 s", "1 h 2 min", in the language of now.
QString durationText(double seconds);
/// "640 MB", "1.2 GB".
QString bytesText(std::uint64_t bytes);

}  // namespace labelwright::ui
