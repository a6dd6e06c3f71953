#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/label.h"
#include "core/domain/review_table.h"
#include "core/domain/selection.h"
#include "core/evaluation/label_columns.h"

namespace labelwright::ui {

/// Where the right labels come from.
struct TruthSource {
    std::optional<std::string> column;  ///< an extra column of the texts; unset: what people said

    friend bool operator==(const TruthSource&, const TruthSource&) = default;
};

/// Why a text does not count.
enum class LeftOut {
    NoTruth,        ///< nobody has decided it, or its cell is empty
    NotInSet,       ///< its right label is none of the label set
    SeveralLabels,  ///< it has several right labels where one is given
    NotScored,      ///< not every label has a score
    Count
};

/// The right labels of every text, as far as they can be compared with answers.
struct Truth {
    LabelLists labels;  ///< [N]; missing: left out
    std::array<std::uint64_t, static_cast<std::size_t>(LeftOut::Count)> leftOut{};
    std::vector<std::string> unknownNames;  ///< of cells: names that the set does not have, each once; at most mostUnknownNames

    static constexpr std::size_t mostUnknownNames = 5;
    std::uint64_t& operator[](LeftOut reason) { return leftOut[static_cast<std::size_t>(reason)]; }
    std::uint64_t operator[](LeftOut reason) const { return leftOut[static_cast<std::size_t>(reason)]; }
};

/// Cells hold label names, several separated by |, or a JSON array of them; names are compared as sameName() does, and that of a merged
/// label means the one it was merged into. Without that column nothing has a right label. Any thread.
Truth readTruth(const Dataset& dataset, const ReviewTable& reviews, const LabelSet& labels, SelectionMode mode, const TruthSource& source);

}  // namespace labelwright::ui
