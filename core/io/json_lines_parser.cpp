#include "core/io/json_lines_parser.h"

#include <simdjson.h>

#include "core/io/json_text.h"

namespace labelwright {
namespace {

using simdjson::dom::element_type;

/// An element that is no string, as text.
std::string written(const simdjson::dom::element& value) { return value.is_null() ? std::string() : simdjson::minify(value); }

const char* kindName(element_type type) {
    switch (type) {
        case element_type::ARRAY: return "an array";
        case element_type::OBJECT: return "an object";
        case element_type::BOOL: return "true or false";
        case element_type::STRING: return "a string";
        case element_type::NULL_VALUE: return "null";
        default: return "a number";
    }
}

}  // namespace

struct JsonLinesParser::Parser {
    simdjson::dom::parser parser;
    std::string padded;  // simdjson reads some bytes past the end
};

JsonLinesParser::JsonLinesParser(std::vector<std::string> columns, NewKeys newKeys, RowLimits limits)
    : RowParser(limits), m_parser(std::make_unique<Parser>()), m_newKeys(newKeys) {
    for (std::string& name : columns) addColumn(std::move(name));
}

JsonLinesParser::~JsonLinesParser() = default;

void JsonLinesParser::addColumn(std::string name) {
    m_columnOf.emplace(name, m_columns.size());
    m_columns.push_back(std::move(name));
    m_hasStrings.push_back(false);
    m_written.emplace_back();
}

std::size_t JsonLinesParser::columnOf(std::string_view key) {
    m_key.assign(key);
    const auto found = m_columnOf.find(m_key);
    if (found != m_columnOf.end()) return found->second;
    if (m_newKeys == NewKeys::KeepApart) return none;
    if (m_columns.size() + 1 < maxColumns) {
        addColumn(m_key);
        return m_columns.size() - 1;
    }
    if (m_columns.size() < maxColumns) addColumn(otherKeysColumn);
    return none;
}

void JsonLinesParser::rejectText(const std::string& found, RejectedRow::Reason reason, ParsedRow& row) const {
    reject(reason, "the key \"" + m_columns[m_textColumn] + "\" " + found, row.bytes, row);
}

void JsonLinesParser::parseLine(std::string_view line, ParsedRow& row) {
    std::string& padded = m_parser->padded;
    padded.assign(line);
    padded.resize(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element root;
    if (const auto error = m_parser->parser.parse(padded.data(), line.size(), false).get(root)) {
        reject(RejectedRow::Reason::InvalidJson, simdjson::error_message(error), row.bytes, row);
        return;
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
        reject(RejectedRow::Reason::NotAnObject, std::string("the line holds ") + kindName(root.type()) + ", not an object", row.bytes,
               row);
        return;
    }
    row.cells.assign(m_columns.size(), {});
    auto textType = element_type::OBJECT;
    bool hasText = false;
    std::string others;
    for (const auto& [key, value] : object) {
        const std::size_t column = columnOf(key);
        if (column == none) {
            others += (others.empty() ? "{" : ",") + jsonString(key) + ":" + simdjson::minify(value);
            continue;
        }
        if (column >= row.cells.size()) row.cells.resize(column + 1);
        std::string_view text;
        if (value.get(text) == simdjson::SUCCESS) {
            m_hasStrings[column] = true;
            row.cells[column] = text;
        } else {
            m_written[column] = written(value);
            row.cells[column] = m_written[column];
        }
        if (column == m_textColumn) {
            hasText = true;
            textType = value.type();
        }
    }
    row.cells.resize(m_columns.size());
    if (!others.empty() && m_columns.back() == otherKeysColumn) {
        m_written.back() = others + "}";
        row.cells.back() = m_written.back();
    }
    if (m_textColumn == none) return;
    const bool noText = !hasText || textType == element_type::NULL_VALUE;
    if (noText && m_emptyTexts == EmptyTexts::Keep) return;
    if (noText) rejectText(hasText ? "is null" : "is missing", RejectedRow::Reason::TextMissing, row);
    else if (textType != element_type::STRING)
        rejectText(std::string("holds ") + kindName(textType), RejectedRow::Reason::TextNotAString, row);
}

void JsonLinesParser::next(std::string_view window, Continues continues, ParsedRow& row) {
    if (answeredBefore(window, continues, row)) return;
    const auto end = lineEnd(window, continues);
    if (!end) {
        if (window.size() >= m_limits.rowBytes && window.back() != '\r') rejectTooLong(window, row);
        else row.kind = ParsedRow::Kind::NeedMore;
        return;
    }
    ++m_line;
    row.bytes = end->behind;
    const std::string_view line = window.substr(0, end->at);
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
        row.kind = ParsedRow::Kind::Skipped;
        return;
    }
    row.kind = ParsedRow::Kind::Row;
    parseLine(line, row);
}

}  // namespace labelwright
