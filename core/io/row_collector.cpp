#include "core/io/row_collector.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "core/io/csv_writer.h"

namespace labelwright {
namespace {

/// Only white space. Looks no further than the first character that is not.
bool isBlank(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        UChar32 codePoint = 0;
        U8_NEXT(bytes, at, length, codePoint);
        if (codePoint < 0 || !u_isUWhiteSpace(codePoint)) return false;
    }
    return true;
}

std::string placeOfIllFormed(std::string_view raw, const std::string& encoding) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    std::size_t characters = 0;
    for (std::int64_t at = 0; at < static_cast<std::int64_t>(raw.size()); ++characters) {
        UChar32 codePoint = 0;
        U8_NEXT(bytes, at, static_cast<std::int64_t>(raw.size()), codePoint);
        if (codePoint < 0) break;
    }
    return "after character " + std::to_string(characters) + " the bytes are not " + encoding;
}

/// A table that CsvWriter guarded: it has columns of ours, and in its start no cell that the guard would be missing from.
bool isGuarded(const ImportPlan& plan) {
    const auto has = [&](const char* name) { return std::find(plan.columns.begin(), plan.columns.end(), name) != plan.columns.end(); };
    if (*plan.options.format != TextFormat::Delimited || !has("confidence") || !has("truncated")) return false;
    return std::none_of(plan.rows.begin(), plan.rows.end(), [](const std::vector<std::string>& row) {
        return std::any_of(row.begin(), row.end(), [](const std::string& cell) { return lacksFormulaGuard(cell); });
    });
}

}  // namespace

RowCollector::RowCollector(const ImportPlan& plan, DatasetSource source)
    : m_plan(plan), m_builder(std::move(source), extraNames(plan)), m_headerComes(plan.headerComes()), m_guarded(isGuarded(plan)) {}

std::string_view RowCollector::cell(const ParsedRow& row, std::optional<std::size_t> column) const {
    if (!column) return {};
    return m_guarded ? withoutFormulaGuard(row.cells[*column]) : row.cells[*column];
}

bool RowCollector::isExtra(std::size_t column) const {
    return column != m_plan.textColumn && column != m_plan.idColumn && !(m_plan.answers && m_plan.answers->uses(column));
}

std::vector<std::string> RowCollector::extraNames(const ImportPlan& plan) {
    std::vector<std::string> names;
    for (std::size_t column = 0; column < plan.columns.size(); ++column) {
        const bool answer = plan.answers && plan.answers->uses(column);
        if (column != plan.textColumn && column != plan.idColumn && !answer) names.push_back(plan.columns[column]);
    }
    return names;
}

/// Where the text is the only column, a line with nothing on it is a text with nothing in it.
bool RowCollector::isKeptEmptyLine(const ParsedRow& row) const {
    return row.reason == RejectedRow::Reason::EmptyText && m_plan.options.emptyTexts == EmptyTexts::Keep && m_plan.columns.size() == 1 &&
           !m_headerComes;
}

std::optional<GivenAnswer> RowCollector::answerOf(const ParsedRow& row) const {
    if (!m_plan.answers) return std::nullopt;
    if (!m_guarded) return answerIn(*m_plan.answers, row.cells);
    std::vector<std::string_view> cells;
    for (std::size_t column = 0; column < row.cells.size(); ++column) cells.push_back(cell(row, column));
    return answerIn(*m_plan.answers, cells);
}

void RowCollector::add(const ParsedRow& row, std::string_view raw) {
    const bool cutOff = row.kind == ParsedRow::Kind::Rejected && row.reason == RejectedRow::Reason::TooLong;
    if (!cutOff && !simdjson::validate_utf8(raw.data(), raw.size())) {
        m_rejects.add(row.line, RejectedRow::Reason::InvalidEncoding, placeOfIllFormed(raw, *m_plan.options.encoding), raw);
    } else if (row.kind == ParsedRow::Kind::Rejected && !isKeptEmptyLine(row)) {
        m_rejects.add(row.line, row.reason, row.detail, raw);
    } else if (m_headerComes) {
        m_headerComes = false;
    } else if (row.kind == ParsedRow::Kind::Rejected) {
        m_builder.add({}, {}, {}, row.line);
    } else if (m_plan.textColumn && m_plan.options.emptyTexts == EmptyTexts::Reject && isBlank(cell(row, m_plan.textColumn))) {
        m_rejects.add(row.line, RejectedRow::Reason::EmptyText, "the text is empty", raw);
    } else {
        m_extras.clear();
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (isExtra(column)) m_extras.push_back(cell(row, column));
        }
        if (auto answer = answerOf(row)) {
            answer->row = static_cast<std::uint32_t>(m_builder.size());
            m_answers.push_back(std::move(*answer));
        }
        m_builder.add(cell(row, m_plan.idColumn), cell(row, m_plan.textColumn), m_extras, row.line);
    }
}

ImportResult RowCollector::finish() && {
    const std::uint64_t count = m_rejects.count();
    return {std::move(m_builder).build(), std::move(m_rejects).take(), count, m_plan.options, std::move(m_answers)};
}

}  // namespace labelwright
