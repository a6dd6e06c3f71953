#include "core/io/csv_writer.h"

#include <charconv>
#include <cmath>

namespace labelwright {
namespace {

constexpr std::string_view formulaStarts = "=+-@\t\r";

bool isNumber(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value);
}

bool isFormula(std::string_view cell, NumberCells numbers) {
    if (cell.empty() || formulaStarts.find(cell.front()) == std::string_view::npos) return false;
    return numbers == NumberCells::Guarded || !isNumber(cell);
}

}  // namespace

void CsvWriter::separate() {
    if (!m_rowStart) m_out += ',';
    m_rowStart = false;
}

void CsvWriter::plain(std::string_view cell) {
    separate();
    m_out += cell;
}

void CsvWriter::text(std::string_view cell, NumberCells numbers) {
    separate();
    const bool guarded = m_guard == FormulaGuard::On && isFormula(cell, numbers);
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) m_out += '"';
    if (guarded) m_out += '\'';
    if (!quoted) {
        m_out += cell;
        return;
    }
    for (const char c : cell) {
        if (c == '"') m_out += '"';
        m_out += c;
    }
    m_out += '"';
}

void CsvWriter::endRow() {
    m_out += "\r\n";
    m_rowStart = true;
}

}  // namespace labelwright
