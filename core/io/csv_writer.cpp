#include "core/io/csv_writer.h"

#include <charconv>
#include <cmath>

#include "core/io/json_text.h"

namespace labelwright {
namespace {

constexpr std::string_view formulaStarts = "=+-@\t\r";

bool isNumber(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value);
}

/// A formula behind any number of ': the guard stands there, or must.
bool wantsGuard(std::string_view cell) noexcept {
    const std::size_t bare = cell.find_first_not_of('\'');
    return bare != std::string_view::npos && formulaStarts.find(cell[bare]) != std::string_view::npos;
}

}  // namespace

void CsvWriter::separate() {
    if (!m_rowStart) m_out += m_delimiter;
    m_rowStart = false;
}

void CsvWriter::plain(std::string_view cell) {
    separate();
    m_out += cell;
}

void CsvWriter::number(float value) { plain(shortestNumber(value, "")); }

void CsvWriter::text(std::string_view cell, NumberCells numbers) {
    separate();
    const bool guarded = m_guard == FormulaGuard::On && wantsGuard(cell) && (numbers == NumberCells::Guarded || !isNumber(cell));
    const bool quoted = cell.find_first_of("\"\r\n") != std::string_view::npos || cell.find(m_delimiter) != std::string_view::npos;
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

bool lacksFormulaGuard(std::string_view cell) noexcept { return !cell.starts_with('\'') && wantsGuard(cell) && !isNumber(cell); }

std::string_view withoutFormulaGuard(std::string_view cell) noexcept {
    return cell.starts_with('\'') && wantsGuard(cell) ? cell.substr(1) : cell;
}

}  // namespace labelwright
