#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/domain/label.h"
#include "core/domain/score_table.h"
#include "core/domain/selection.h"
#include "core/evaluation/label_columns.h"

namespace labelwright {

/// What stored logits say about every row, in columns that evaluation takes. Some 30 bytes a row.
struct Predictions {
    LabelColumn best;               ///< [N] most probable label, whatever the abstain threshold; missingAnswer: not all labels scored
    std::vector<float> confidence;  ///< [N] its probability; 0 where missing
    LabelLists given;               ///< [N] the labels that the selection gives, see labelColumn() for one a row; missing where `best` is
};

/// Any thread; nothing if stopped.
std::optional<Predictions> predictionsOf(const ScoreTable& scores, const LabelSet& labels, const Selection& selection,
                                         std::stop_token stop = {});

}  // namespace labelwright
