#include "core/io/row_parser.h"

#include <utility>

namespace labelwright {

std::optional<RowParser::LineEnd> RowParser::lineEnd(std::string_view window, Continues continues) {
    for (std::size_t at = 0; at < window.size(); ++at) {
        if (window[at] == '\n') return LineEnd{at, at + 1};
        if (window[at] != '\r') continue;
        if (at + 1 < window.size()) return LineEnd{at, at + (window[at + 1] == '\n' ? 2 : 1)};
        if (continues == Continues::No) return LineEnd{at, at + 1};
        return std::nullopt;
    }
    if (continues == Continues::No) return LineEnd{window.size(), window.size()};
    return std::nullopt;
}

bool RowParser::answeredBefore(std::string_view window, Continues continues, ParsedRow& row) {
    row.cells.clear();
    row.bytes = 0;
    row.line = m_line;
    if (window.empty()) {
        row.kind = continues == Continues::No ? ParsedRow::Kind::End : ParsedRow::Kind::NeedMore;
        return true;
    }
    if (!m_skipping) return false;
    if (const auto end = lineEnd(window, continues)) {
        row.kind = ParsedRow::Kind::Skipped;
        row.bytes = end->behind;
        ++m_line;
        m_skipping = false;
        return true;
    }
    // A CR at the very end waits for the LF that may follow.
    row.bytes = window.size() - (window.back() == '\r' ? 1 : 0);
    row.kind = row.bytes == 0 ? ParsedRow::Kind::NeedMore : ParsedRow::Kind::Skipped;
    return true;
}

void RowParser::reject(RejectedRow::Reason reason, std::string detail, std::size_t bytes, ParsedRow& row) const {
    row.kind = ParsedRow::Kind::Rejected;
    row.reason = reason;
    row.detail = std::move(detail);
    row.bytes = bytes;
    row.cells.clear();
}

void RowParser::rejectTooLong(std::string_view window, ParsedRow& row) {
    reject(RejectedRow::Reason::TooLong, "the row is longer than " + std::to_string(m_limits.rowBytes >> 10U) + " KiB", window.size(), row);
    m_skipping = true;
}

void PlainTextParser::next(std::string_view window, Continues continues, ParsedRow& row) {
    if (answeredBefore(window, continues, row)) return;
    const auto end = lineEnd(window, continues);
    if (!end) {
        if (window.size() >= m_limits.rowBytes && window.back() != '\r') rejectTooLong(window, row);
        else row.kind = ParsedRow::Kind::NeedMore;
        return;
    }
    ++m_line;
    row.kind = ParsedRow::Kind::Row;
    row.bytes = end->behind;
    row.cells.push_back(window.substr(0, end->at));
}

}  // namespace labelwright
