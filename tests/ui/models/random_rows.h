#pragma once

#include <random>

#include "core/labels/label_list.h"
#include "tests/ui/support/real_engine.h"
#include "ui/models/row_filter.h"

namespace labelwright::ui {

/// A small dataset with random scores, and the decisions that follow from them.
struct RandomRows {
    explicit RandomRows(std::uint32_t seed, std::size_t rows, std::size_t labelCount, SelectionMode mode = SelectionMode::SingleBest);

    RowFacts facts;
};

}  // namespace labelwright::ui
