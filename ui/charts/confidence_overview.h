#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "ui/models/decision_table.h"

namespace labelwright::ui {

/// What the chart of all texts shows: few numbers, however many texts there are.
struct ConfidenceOverview {
    static constexpr std::size_t bins = 20;

    std::array<std::uint64_t, bins> labeled{};       ///< texts by confidence: bin i holds [i/20, (i+1)/20), the last one also 1
    std::array<std::uint64_t, bins> withoutLabel{};  ///< the same for texts that no label was given to
    std::vector<std::uint64_t> labelCounts;          ///< texts given each label
    std::uint64_t abstained = 0;
    std::uint64_t unscored = 0;
    std::uint64_t texts = 0;
    std::optional<float> median;  ///< of the confidences; unset: nothing scored
};

/// Any thread. Unset if stopped.
std::optional<ConfidenceOverview> gatherOverview(const DecisionTable& decisions, std::stop_token stop = {});

}  // namespace labelwright::ui
