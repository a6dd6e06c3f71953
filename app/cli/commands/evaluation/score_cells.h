#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cli/commands/evaluation/table_column.h"

namespace labelwright::cli {

/// Probabilities of every label, as `classify --scores probabilities` writes them: columns "score__<label>", or a JSON object in "scores".
/// The table outlives it.
class ScoreCells {
public:
    /// Nothing where a table has no probabilities; logits are none.
    static std::optional<ScoreCells> find(const Table& table);

    const std::vector<std::string>& labels() const noexcept { return m_labels; }
    /// [labels().size()]; NaN where there is no number from 0 to 1.
    void read(std::size_t row, std::span<float> probabilities) const;

private:
    ScoreCells() = default;

    std::vector<std::string> m_labels;
    std::vector<TableColumn> m_columns;   // one for each label, or
    std::optional<TableColumn> m_object;  // one for all
};

/// A cell that holds a number from 0 to 1; NaN: it does not.
float probabilityIn(std::string_view cell);

}  // namespace labelwright::cli
