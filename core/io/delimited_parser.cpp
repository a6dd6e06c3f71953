#include "core/io/delimited_parser.h"

namespace labelwright {
namespace {

bool isBreak(char c) noexcept { return c == '\n' || c == '\r'; }

/// Start of what follows the line break at `at`.
std::size_t behindBreak(std::string_view window, std::size_t at) noexcept {
    return at + (window[at] == '\r' && at + 1 < window.size() && window[at + 1] == '\n' ? 2 : 1);
}

}  // namespace

DelimitedParser::DelimitedParser(Dialect dialect, std::size_t columns, RowLimits limits)
    : RowParser(limits), m_dialect(dialect), m_columns(columns) {
    for (const char c : {'\n', '\r', dialect.delimiter}) m_endsCell[static_cast<unsigned char>(c)] = true;
    for (const char c : {'\n', '\r', dialect.quote}) m_stopsQuote[static_cast<unsigned char>(c)] = true;
}

/// The window ends inside a cell.
DelimitedParser::Scan DelimitedParser::cutOff(std::string_view window, Continues continues) const {
    return continues == Continues::Yes && window.size() < m_limits.rowBytes ? Scan::NeedMore : Scan::Unterminated;
}

/// `position.at` stands on the opening quote and is left on the delimiter, the line break or the end.
DelimitedParser::Scan DelimitedParser::scanQuotedCell(std::string_view window, Continues continues, Position& position, Cell& cell) const {
    cell.quoted = true;
    cell.begin = position.at + 1;
    const std::size_t breaksBefore = position.breaks;
    for (std::size_t at = cell.begin;;) {
        while (at < window.size() && !m_stopsQuote[static_cast<unsigned char>(window[at])]) ++at;
        if (at == window.size()) return cutOff(window, continues);
        const bool atEnd = at + 1 == window.size();
        if (isBreak(window[at])) {
            if (atEnd && continues == Continues::Yes) return cutOff(window, continues);
            at = behindBreak(window, at);
            if (position.firstLineBehind == 0) position.firstLineBehind = at;
            if (++position.breaks > m_limits.quotedLines) return Scan::Unterminated;
            continue;
        }
        if (atEnd && continues == Continues::Yes) return cutOff(window, continues);
        if (!atEnd && window[at + 1] == m_dialect.quote) {
            cell.doubled = true;
            at += 2;
            continue;
        }
        cell.end = at++;
        cell.tailEnd = at;
        if (atEnd || endsCell(window[at])) {
            position.at = at;
            return Scan::Complete;
        }
        // Text behind the quote. On a later line this was no closing quote but the opening one of another row's cell.
        if (position.breaks > breaksBefore) return Scan::Unterminated;
        while (at < window.size() && !endsCell(window[at])) ++at;
        cell.tailEnd = position.at = at;
        return Scan::Complete;
    }
}

/// Leaves the cells in m_cells and `position.at` behind the row.
DelimitedParser::Scan DelimitedParser::scanRow(std::string_view window, Continues continues, Position& position) {
    m_cells.clear();
    for (std::size_t& at = position.at;;) {
        Cell cell;
        if (m_dialect.quote != '\0' && at < window.size() && window[at] == m_dialect.quote) {
            if (const Scan scan = scanQuotedCell(window, continues, position, cell); scan != Scan::Complete) return scan;
        } else {
            cell.begin = at;
            while (at < window.size() && !endsCell(window[at])) ++at;
            cell.end = at;
        }
        if (at == window.size() && continues == Continues::Yes) return cutOff(window, continues);
        m_cells.push_back(cell);
        if (m_columns != 0 && m_cells.size() > m_columns && position.breaks > 0) return Scan::Unterminated;
        if (at == window.size()) return Scan::Complete;
        if (window[at] == m_dialect.delimiter) {
            ++at;
            continue;
        }
        // Whether a LF follows this CR is not known yet.
        if (window[at] == '\r' && at + 1 == window.size() && continues == Continues::Yes) return Scan::NeedMore;
        at = behindBreak(window, at);
        return Scan::Complete;
    }
}

void DelimitedParser::giveUp(std::string_view window, Continues continues, const Position& position, ParsedRow& row) {
    const bool onFirstLine = position.firstLineBehind == 0;
    if (onFirstLine && continues == Continues::Yes) {
        rejectTooLong(window, row);
        return;
    }
    reject(RejectedRow::Reason::UnterminatedQuote,
           "the quote that opens in column " + std::to_string(m_cells.size() + 1) + " or before is not closed",
           onFirstLine ? window.size() : position.firstLineBehind, row);
    ++m_line;
}

void DelimitedParser::fillCells(std::string_view window, ParsedRow& row) {
    m_unquoted.clear();
    m_unquoted.reserve(row.bytes);  // cells only get shorter: the views below stay valid
    for (const Cell& cell : m_cells) {
        const std::string_view inside = window.substr(cell.begin, cell.end - cell.begin);
        const bool hasTail = cell.quoted && cell.tailEnd > cell.end + 1;
        m_quotedCells += cell.quoted && !hasTail ? 1 : 0;
        if (!cell.doubled && !hasTail) {
            row.cells.push_back(inside);
            continue;
        }
        const std::size_t begin = m_unquoted.size();
        for (std::size_t at = 0; at < inside.size(); ++at) {
            m_unquoted += inside[at];
            if (cell.doubled && inside[at] == m_dialect.quote) ++at;
        }
        if (hasTail) m_unquoted += window.substr(cell.end + 1, cell.tailEnd - cell.end - 1);
        row.cells.push_back(std::string_view(m_unquoted).substr(begin));
    }
}

void DelimitedParser::next(std::string_view window, Continues continues, ParsedRow& row) {
    if (answeredBefore(window, continues, row)) return;
    Position position;
    switch (scanRow(window, continues, position)) {
        case Scan::NeedMore: row.kind = ParsedRow::Kind::NeedMore; return;
        case Scan::Unterminated: giveUp(window, continues, position, row); return;
        case Scan::Complete: break;
    }
    m_line += position.breaks + 1;
    row.kind = ParsedRow::Kind::Row;
    row.bytes = position.at;
    const std::size_t found = m_cells.size();
    if (found == 1 && !m_cells[0].quoted && m_cells[0].begin == m_cells[0].end) {
        reject(RejectedRow::Reason::EmptyText, "the line is empty", row.bytes, row);
    } else if (m_columns != 0 && found != m_columns) {
        reject(found < m_columns ? RejectedRow::Reason::TooFewColumns : RejectedRow::Reason::TooManyColumns,
               std::to_string(m_columns) + " columns expected, " + std::to_string(found) + " found", row.bytes, row);
    } else {
        fillCells(window, row);
    }
}

}  // namespace labelwright
