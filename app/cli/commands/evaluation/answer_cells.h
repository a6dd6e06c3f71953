#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/commands/evaluation/row_match.h"
#include "app/cli/commands/evaluation/table_column.h"
#include "core/evaluation/label_columns.h"
#include "core/evaluation/label_numbers.h"

namespace labelwright::cli {

/// What a cell with nothing in it says: no answer, or "none of the labels". A JSON array with nothing in it is always the latter.
enum class EmptyCell { Missing, None };

/// Reads columns of labels into lists that share one numbering, that of names().
class AnswerCells {
public:
    explicit AnswerCells(SelectionMode mode) : m_mode(mode) {}

    /// One list for each row of `match`; missing where it has no row in `table`. FileMalformed for several labels where there is one a row.
    Result<LabelLists> read(const Table& table, const TableColumn& column, const RowMatch& match, EmptyCell empty);
    void addNames(const std::vector<std::string>& names);
    const std::vector<std::string>& names() const noexcept { return m_numbers.names(); }

private:
    SelectionMode m_mode;
    LabelNumbers m_numbers;
};

/// Numbers labels by the order of their names' bytes.
class LabelOrder {
public:
    explicit LabelOrder(std::vector<std::string> names);

    const std::vector<std::string>& names() const noexcept { return m_names; }  ///< in order
    LabelLists of(const LabelLists& lists) const;                               ///< from the numbering of the names as they were given

private:
    std::vector<std::string> m_names;
    std::vector<std::uint32_t> m_rank;
};

}  // namespace labelwright::cli
