#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "ui/models/row_filter.h"

namespace labelwright::ui {

enum class SortKey {
    FileOrder,
    Text,
    Length,
    Label,
    Confidence,
    Margin,
    Review,
    Entropy,  ///< of the labels' probabilities; of labels judged alone, the sum of each one's
    Random,   ///< by `seed`: the same for a row whatever the filter lets through, so that the first n of a filter are a random sample of it
};
enum class SortDirection { Ascending, Descending };

struct RowSort {
    SortKey key = SortKey::FileOrder;
    SortDirection direction = SortDirection::Ascending;
    std::uint32_t seed = 0;  ///< Random

    bool readsReviews() const noexcept { return key == SortKey::Review; }
    bool readsDecisions() const noexcept {
        return key == SortKey::Label || key == SortKey::Confidence || key == SortKey::Margin || key == SortKey::Entropy;
    }
    friend bool operator==(const RowSort&, const RowSort&) = default;
};

/// The rows that pass the filter, in the order of the sort: a permutation of dataset rows. Rows that are equal to the key keep their file
/// order; rows without scores come last in either direction. By label: the order of the label set, most confident first within a label,
/// then abstained. By review: nobody has looked, deferred, decided. Nothing if stopped. Any thread.
std::optional<std::vector<std::uint32_t>> arrangedRows(const RowFacts& facts, const RowFilter& filter, const RowSort& sort,
                                                       std::stop_token stop = {});

}  // namespace labelwright::ui
