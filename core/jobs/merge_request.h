#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/domain/device.h"
#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/labels/suggestions/suggest_merges.h"

namespace labelwright {

/// What it takes to find labels that mean the same, as values: later edits do not touch it.
struct MergeRequest {
    LabelSet labels;
    ScoreTable scores;  ///< may be empty: then names and descriptions alone are compared
    Selection selection;
    std::string model =
        "auto";  ///< whose embeddings are compared; one without embeddings, and "auto": the bundled one for the names' language
    std::string device = "auto";
    Precision precision = Precision::Auto;
    bool allowReducedCpuPrecision = true;  ///< see LoadRequest
    float from = suggestedFrom;            ///< MergeSuggestion::score from which a pair is suggested
    /// Names that are never to be suggested together, whatever the label set ("never ask again").
    std::vector<std::pair<std::string, std::string>> neverTogether;
};

}  // namespace labelwright
