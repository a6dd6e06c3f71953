#include "ui/charts/confidence_overview.h"

#include <algorithm>

namespace labelwright::ui {
namespace {

constexpr std::size_t rowsBetweenChecks = 65536;

std::size_t binOf(float confidence) {
    const double place = std::clamp(double(confidence), 0.0, 1.0) * ConfidenceOverview::bins;
    return std::min(static_cast<std::size_t>(place), ConfidenceOverview::bins - 1);
}

}  // namespace

std::optional<ConfidenceOverview> gatherOverview(const DecisionTable& decisions, std::stop_token stop) {
    ConfidenceOverview overview;
    overview.labelCounts = decisions.labelCounts;
    overview.abstained = decisions.abstained;
    overview.unscored = decisions.unscored;
    overview.texts = decisions.best.size();
    std::vector<float> confidences;
    confidences.reserve(decisions.best.size());
    for (std::size_t row = 0; row < decisions.best.size(); ++row) {
        if (row % rowsBetweenChecks == 0 && stop.stop_requested()) return std::nullopt;
        if (decisions.best[row] == DecisionTable::notScored) continue;
        const float confidence = decisions.confidence[row];
        auto& bins = decisions.best[row] == DecisionTable::noLabel ? overview.withoutLabel : overview.labeled;
        ++bins[binOf(confidence)];
        confidences.push_back(confidence);
    }
    if (!confidences.empty()) {
        const auto middle = confidences.begin() + static_cast<std::ptrdiff_t>(confidences.size() / 2);
        std::nth_element(confidences.begin(), middle, confidences.end());
        overview.median = *middle;
    }
    return overview;
}

}  // namespace labelwright::ui
