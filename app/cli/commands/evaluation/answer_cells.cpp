#include "app/cli/commands/evaluation/answer_cells.h"

#include <algorithm>
#include <numeric>

#include "core/io/label_cell.h"

namespace labelwright::cli {
namespace {

bool isBlank(std::string_view cell) { return cell.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Error severalLabels(const Table& table, std::uint32_t row) {
    const std::string line = "line " + std::to_string(table.dataset->sourceLine(row));
    return {ErrorCode::FileMalformed,
            table.file + ", " + line + ": several labels in one cell; say --multi if a row may have any number",
            {table.file, line, "several labels"}};
}

}  // namespace

Result<LabelLists> AnswerCells::read(const Table& table, const TableColumn& column, const RowMatch& match, EmptyCell empty) {
    LabelLists lists;
    std::vector<std::uint32_t> labels;
    for (const std::uint32_t row : match.rowOf) {
        if (row == RowMatch::none || (empty == EmptyCell::Missing && isBlank(column[row]))) {
            lists.addMissing();
            continue;
        }
        labels.clear();
        for (const std::string& name : labelsInCell(column[row], m_mode)) labels.push_back(m_numbers.numberOf(name));
        if (labels.size() > 1 && m_mode == SelectionMode::SingleBest) return severalLabels(table, row);
        lists.add(labels);
    }
    return lists;
}

void AnswerCells::addNames(const std::vector<std::string>& names) {
    for (const std::string& name : names) m_numbers.numberOf(name);
}

LabelOrder::LabelOrder(std::vector<std::string> names) : m_names(std::move(names)), m_rank(m_names.size()) {
    std::vector<std::uint32_t> order(m_names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return m_names[a] < m_names[b]; });
    for (std::uint32_t place = 0; place < order.size(); ++place) m_rank[order[place]] = place;
    std::sort(m_names.begin(), m_names.end());
}

LabelLists LabelOrder::of(const LabelLists& lists) const {
    LabelLists result;
    std::vector<std::uint32_t> labels;
    for (std::size_t row = 0; row < lists.size(); ++row) {
        if (lists.missing(row)) {
            result.addMissing();
            continue;
        }
        labels.assign(lists[row].begin(), lists[row].end());
        for (std::uint32_t& label : labels) label = m_rank[label];
        result.add(labels);
    }
    return result;
}

}  // namespace labelwright::cli
