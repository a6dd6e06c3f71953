#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "ui/models/row_filter.h"

namespace labelwright::ui {

/// An extra column with so few values that they can be listed.
struct ListedColumn {
    static constexpr std::size_t mostValues = 100;

    std::size_t column = 0;               ///< among the dataset's extra columns
    std::vector<std::string> values;      ///< in the order in which they come; an empty cell is a value
    std::vector<std::uint8_t> valueOf{};  ///< [rows] index in `values`
};

/// Columns with 2 to mostValues values, none of them long. Any thread; nothing if stopped.
std::vector<ListedColumn> listedColumns(const Dataset& dataset, const std::stop_token& stop = {});

/// How many texts there are of each kind. Each facet counts what the other conditions leave: its own choice does not count against it, so
/// that one sees what another choice would show.
struct FacetCounts {
    static constexpr std::size_t bins = 20;
    /// The words of status: that are listed.
    static constexpr std::array<const char*, 6> states{"none", "suggested", "accepted", "corrected", "deferred", "flagged"};

    std::vector<std::uint64_t> labels;  ///< [K], then those without a label
    std::array<std::uint64_t, states.size()> stateCounts{};
    std::array<std::uint64_t, bins> confidence{};     ///< bin i holds [i/20, (i+1)/20), the last one also 1; scored texts only
    std::vector<std::vector<std::uint64_t>> columns;  ///< [listed columns][values]
    std::uint64_t texts = 0;                          ///< that all conditions leave
};

/// Which facet a condition is the choice of; the rest of a query counts against all.
enum class Facet { None, Labels, States, Confidence, Column };
Facet facetOf(const RowCondition& condition) noexcept;

/// One way through the rows. Any thread; nothing if stopped.
std::optional<FacetCounts> countFacets(const RowFacts& facts, const RowFilter& filter, std::span<const ListedColumn> listed,
                                       const std::stop_token& stop = {});

}  // namespace labelwright::ui
