#include "app/cli/commands/run_summary.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace labelwright::cli {
namespace {

/// Each value once, in the order of the models.
template <typename Part>
std::string joined(const std::vector<ModelUse>& models, Part part) {
    std::vector<std::string> seen;
    std::string text;
    for (const ModelUse& use : models) {
        const std::string value = part(use);
        if (std::find(seen.begin(), seen.end(), value) != seen.end()) continue;
        text += (seen.empty() ? "" : "+") + value;
        seen.push_back(value);
    }
    return text;
}

}  // namespace

std::string runSummaryJson(const RunSummary& summary, std::uint64_t rejectedRows) {
    const nlohmann::ordered_json json{
        {"texts", summary.texts},
        {"labels", summary.labels},
        {"pairs", summary.pairs},
        {"fromCache", summary.fromCache},
        {"forwards", summary.forwards},
        {"seconds", summary.seconds},
        {"textsPerSecond", summary.textsPerSecond()},
        {"device", joined(summary.models, [](const ModelUse& use) { return use.device; })},
        {"precision", joined(summary.models, [](const ModelUse& use) { return std::string(precisionName(use.precision)); })},
        {"truncated", summary.truncated},
        {"model", joined(summary.models, [](const ModelUse& use) { return use.reading.modelId; })},
        {"loadSeconds", summary.loadSeconds},
        {"rejected", rejectedRows},
        {"memoryBackOffs", summary.memoryBackOffs}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace labelwright::cli
