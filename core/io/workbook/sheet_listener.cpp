#include "core/io/workbook/sheet_listener.h"

#include <algorithm>
#include <charconv>

namespace labelwright {
namespace {

template <typename Number>
std::optional<Number> numberIn(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<MergedRange> mergedRange(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto first = cellPlace(reference.substr(0, colon));
    const auto last = cellPlace(reference.substr(colon + 1));
    if (!first || !last || first->row > last->row || first->column > last->column) return std::nullopt;
    return MergedRange{*first, *last};
}

}  // namespace

void SharedStrings::add(std::string_view text) {
    m_texts += text;
    m_ends.push_back(m_texts.size());
}

std::string_view SharedStrings::operator[](std::size_t index) const noexcept {
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_texts).substr(begin, m_ends[index] - begin);
}

void SheetShape::start(std::string_view tag, const XmlAttributes& attributes) {
    if (tag == "row") {
        m_column = 0;
    } else if (tag == "c") {
        if (const auto place = cellPlace(attributes["r"])) m_column = place->column;
    } else if (tag == "v" || tag == "is") {
        m_columns = std::max<std::size_t>(m_columns, m_column + std::size_t{1});
    } else if (tag == "mergeCell") {
        if (const auto range = mergedRange(attributes["ref"])) merged.push_back(*range);
    }
}

void SheetShape::end(std::string_view tag) {
    if (tag == "c" && m_column < mostSheetColumns) ++m_column;
}

SheetRows::SheetRows(const CellKinds& kinds, SheetShape shape, const std::function<bool(const SheetRow&)>& take)
    : m_kinds(kinds), m_shape(std::move(shape)), m_take(take) {
    std::stable_sort(m_shape.merged.begin(), m_shape.merged.end(),
                     [](const MergedRange& a, const MergedRange& b) { return a.first.row < b.first.row; });
}

void SheetRows::start(std::string_view tag, const XmlAttributes& attributes) {
    if (tag == "row") startRow(attributes);
    else if (tag == "c") startCell(attributes);
    else if (tag == "rPh") m_inPhonetic = true;
    else if (tag == "v" || (tag == "t" && !m_inPhonetic)) m_inValue = m_hasValue = true;
}

void SheetRows::startRow(const XmlAttributes& attributes) {
    const auto number = numberIn<std::uint32_t>(attributes["r"]);
    const std::uint32_t row = number.value_or(m_row + 1);
    if (row <= m_row || row > mostSheetRows) m_fault = "row " + std::to_string(row) + " follows row " + std::to_string(m_row);
    m_row = row;
    m_nextColumn = 0;
    m_cells.clear();
}

void SheetRows::startCell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes["r"];
    const auto place = cellPlace(reference);
    if (!reference.empty() && !place) m_fault = "there is no cell " + std::string(reference);
    m_column = place ? place->column : m_nextColumn;
    if (m_column >= mostSheetColumns) m_fault = "row " + std::to_string(m_row) + " has too many cells";
    m_type = attributes["t"];
    m_style = numberIn<std::size_t>(attributes["s"]).value_or(0);
    m_text.clear();
    m_hasValue = false;
}

void SheetRows::text(std::string_view piece) {
    if (m_inValue) m_text += piece;
}

void SheetRows::end(std::string_view tag) {
    if (!m_fault.empty() || m_finished) return;
    if (tag == "v" || tag == "t") m_inValue = false;
    else if (tag == "rPh") m_inPhonetic = false;
    else if (tag == "c") endCell();
    else if (tag == "row") endRow();
}

std::string SheetRows::shown() {
    if (m_type == "s") {
        const auto index = numberIn<std::size_t>(m_text);
        if (index && *index < m_kinds.strings.size()) return std::string(m_kinds.strings[*index]);
        m_fault = "a cell of row " + std::to_string(m_row) + " refers to shared string " + m_text + ", which is not there";
        return {};
    }
    if (m_type == "b") return m_text == "1" ? "TRUE" : "FALSE";
    if (m_type == "str" || m_type == "inlineStr") return unescapedCell(m_text);
    if (m_type == "e" || m_type == "d") return m_text;
    const auto value = numberIn<double>(m_text);
    if (!value) return m_text;
    return shownNumber(*value, m_style < m_kinds.styles.size() ? m_kinds.styles[m_style] : NumberKind::Number, m_kinds.dates);
}

void SheetRows::endCell() {
    m_nextColumn = m_column + 1;
    if (!m_hasValue) return;
    if (m_cells.size() <= m_column) m_cells.resize(m_column + std::size_t{1});
    m_cells[m_column] = shown();
}

void SheetRows::fillMerged() {
    const std::uint32_t row = m_row - 1;
    const auto& ranges = m_shape.merged;
    for (; m_nextRange < ranges.size() && ranges[m_nextRange].first.row <= row; ++m_nextRange) {
        const MergedRange& range = ranges[m_nextRange];
        const bool here = range.first.row == row && range.first.column < m_cells.size();
        if (here && !m_cells[range.first.column].empty()) m_openRanges.push_back({range, m_cells[range.first.column]});
    }
    std::erase_if(m_openRanges, [&](const OpenRange& open) { return open.range.last.row < row; });
    for (const auto& [range, text] : m_openRanges) {
        const auto end = std::min<std::size_t>(range.last.column + std::size_t{1}, m_shape.columns());
        if (m_cells.size() < end) m_cells.resize(end);
        for (std::size_t column = range.first.column; column < end; ++column) m_cells[column] = text;
    }
}

void SheetRows::endRow() {
    fillMerged();
    const bool blank = std::all_of(m_cells.begin(), m_cells.end(), [](const std::string& cell) { return cell.empty(); });
    if (!blank && !m_take(SheetRow{m_row, m_cells})) m_finished = true;
}

}  // namespace labelwright
