#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/jobs/labeling_request.h"

namespace labelwright::cli {

/// What --summary writes: counts and times as one JSON object. Several models, devices or precisions are joined by "+".
std::string runSummaryJson(const RunSummary& summary, std::uint64_t rejectedRows);

}  // namespace labelwright::cli
