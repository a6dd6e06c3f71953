#include "core/evaluation/confusion_matrix.h"

#include <algorithm>
#include <utility>

namespace labelwright {
namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;

Place placeOf(const ConfusionCell& cell) { return {cell.gold, cell.predicted}; }

ConfusionMatrix counted(std::vector<Place> places) {
    std::sort(places.begin(), places.end());
    std::vector<ConfusionCell> cells;
    for (const auto& [goldLabel, predictedLabel] : places) {
        if (cells.empty() || placeOf(cells.back()) != Place{goldLabel, predictedLabel}) cells.push_back({goldLabel, predictedLabel, 0});
        ++cells.back().rows;
    }
    return ConfusionMatrix(std::move(cells));
}

std::vector<std::uint32_t> without(std::span<const std::uint32_t> labels, std::span<const std::uint32_t> others) {
    std::vector<std::uint32_t> rest;
    std::set_difference(labels.begin(), labels.end(), others.begin(), others.end(), std::back_inserter(rest));
    if (rest.empty()) rest.push_back(noLabel);
    return rest;
}

/// The cells that a row counts in.
void addPlaces(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted, std::vector<Place>& places) {
    const std::size_t before = places.size();
    for (const std::uint32_t label : gold) {
        if (std::binary_search(predicted.begin(), predicted.end(), label)) places.emplace_back(label, label);
    }
    const auto lacking = without(gold, predicted);
    const auto wrong = without(predicted, gold);
    const bool exact = lacking.front() == noLabel && wrong.front() == noLabel;
    if (exact && places.size() > before) return;
    for (const std::uint32_t goldLabel : lacking)
        for (const std::uint32_t predictedLabel : wrong) places.emplace_back(goldLabel, predictedLabel);
}

}  // namespace

std::uint64_t ConfusionMatrix::at(std::uint32_t gold, std::uint32_t predicted) const noexcept {
    const Place place{gold, predicted};
    const auto found = std::lower_bound(m_cells.begin(), m_cells.end(), place,
                                        [](const ConfusionCell& cell, const Place& sought) { return placeOf(cell) < sought; });
    return found != m_cells.end() && placeOf(*found) == place ? found->rows : 0;
}

std::uint64_t ConfusionMatrix::total() const noexcept {
    std::uint64_t rows = 0;
    for (const ConfusionCell& cell : m_cells) rows += cell.rows;
    return rows;
}

std::uint64_t ConfusionMatrix::diagonal() const noexcept {
    std::uint64_t rows = 0;
    for (const ConfusionCell& cell : m_cells) rows += cell.gold == cell.predicted ? cell.rows : 0;
    return rows;
}

std::vector<ConfusionCell> ConfusionMatrix::confusions(std::size_t most) const {
    std::vector<ConfusionCell> wrong;
    std::copy_if(m_cells.begin(), m_cells.end(), std::back_inserter(wrong),
                 [](const ConfusionCell& cell) { return cell.gold != cell.predicted; });
    std::stable_sort(wrong.begin(), wrong.end(), [](const ConfusionCell& a, const ConfusionCell& b) { return a.rows > b.rows; });
    wrong.resize(std::min(wrong.size(), most));
    return wrong;
}

Result<ConfusionMatrix> confusionMatrix(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                        std::size_t labelCount) {
    if (auto fits = checkColumn("gold", gold, gold.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkColumn("predicted", predicted, gold.size(), labelCount); !fits) return fits.error();
    std::vector<Place> places;
    places.reserve(gold.size());
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold[row] != missingAnswer && predicted[row] != missingAnswer) places.emplace_back(gold[row], predicted[row]);
    }
    return counted(std::move(places));
}

Result<ConfusionMatrix> confusionMatrix(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount) {
    if (auto fits = checkLists("gold", gold, gold.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkLists("predicted", predicted, gold.size(), labelCount); !fits) return fits.error();
    std::vector<Place> places;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (!gold.missing(row) && !predicted.missing(row)) addPlaces(gold[row], predicted[row], places);
    }
    return counted(std::move(places));
}

std::vector<std::uint32_t> rowsOfCell(const LabelLists& gold, const LabelLists& predicted, std::uint32_t goldLabel,
                                      std::uint32_t predictedLabel) {
    std::vector<std::uint32_t> rows;
    std::vector<Place> places;
    for (std::size_t row = 0; row < std::min(gold.size(), predicted.size()); ++row) {
        if (gold.missing(row) || predicted.missing(row)) continue;
        places.clear();
        addPlaces(gold[row], predicted[row], places);
        if (std::find(places.begin(), places.end(), Place{goldLabel, predictedLabel}) != places.end())
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

std::vector<std::uint32_t> rowsOfCell(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                      std::uint32_t goldLabel, std::uint32_t predictedLabel) {
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < std::min(gold.size(), predicted.size()); ++row) {
        if (gold[row] == goldLabel && predicted[row] == predictedLabel) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

}  // namespace labelwright
