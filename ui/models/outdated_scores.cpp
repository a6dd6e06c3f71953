#include "ui/models/outdated_scores.h"

#include <algorithm>

namespace labelwright::ui {

bool ofAnotherPrecision(std::span<const ScoreReading> readings, Precision chosen, std::span<const ModelUse> expected) {
    return std::any_of(readings.begin(), readings.end(), [chosen, expected](const ScoreReading& reading) {
        if (reading.precision == Precision::Auto) return false;
        Precision wanted = chosen;
        for (const ModelUse& use : expected) {
            if (chosen == Precision::Auto && use.reading.modelId == reading.modelId) wanted = use.precision;
        }
        return wanted != Precision::Auto && wanted != reading.precision;
    });
}

}  // namespace labelwright::ui
