#include "core/io/json_parser.h"

#include <simdjson.h>

#include <algorithm>

#include "core/io/exchange/record_fields.h"
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

struct JsonParser::Parser {
    simdjson::dom::parser parser;
    std::string padded;  // simdjson reads some bytes past the end
};

JsonParser::JsonParser(std::vector<std::string> columns, NewKeys newKeys, JsonFraming framing, RecordFormat format, RowLimits limits)
    : RowParser(limits), m_parser(std::make_unique<Parser>()), m_newKeys(newKeys), m_framing(framing), m_format(format) {
    for (std::string& name : columns) addColumn(std::move(name));
}

JsonParser::~JsonParser() = default;

void JsonParser::addColumn(std::string name) {
    m_columnOf.emplace(name, m_columns.size());
    m_columns.push_back(std::move(name));
    m_hasStrings.push_back(false);
    m_written.emplace_back();
}

std::size_t JsonParser::columnOf(std::string_view key) {
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

void JsonParser::rejectText(const std::string& found, RejectedRow::Reason reason, ParsedRow& row) const {
    reject(reason, "the key \"" + m_columns[m_textColumn] + "\" " + found, row.bytes, row);
}

void JsonParser::parseRecord(std::string_view json, ParsedRow& row) {
    std::string& padded = m_parser->padded;
    padded.assign(json);
    padded.resize(json.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::element root;
    if (const auto error = m_parser->parser.parse(padded.data(), json.size(), false).get(root)) {
        reject(RejectedRow::Reason::InvalidJson, simdjson::error_message(error), row.bytes, row);
        return;
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
        const char* place = m_framing == JsonFraming::Lines ? "the line holds " : "the array holds ";
        reject(RejectedRow::Reason::NotAnObject, std::string(place) + kindName(root.type()) + ", not an object", row.bytes, row);
        return;
    }
    row.cells.assign(m_columns.size(), {});
    auto textType = element_type::OBJECT;
    bool hasText = false;
    std::string others;
    // A cell for each key; what has no column goes together.
    const auto place = [&](std::string_view key, auto asJson, element_type type, auto fill) {
        const std::size_t column = columnOf(key);
        if (column == none) {
            others += (others.empty() ? "{" : ",") + jsonString(key) + ":" + asJson();
            return;
        }
        if (column >= row.cells.size()) row.cells.resize(column + 1);
        fill(column);
        if (type == element_type::STRING) m_hasStrings[column] = true;
        if (column != m_textColumn) return;
        hasText = true;
        textType = type;
    };
    if (m_format == RecordFormat::Plain) {
        for (const auto& [key, value] : object) {
            place(
                key, [&, &value = value] { return std::string(simdjson::minify(value)); }, value.type(),
                [&, &value = value](auto column) {
                    std::string_view text;
                    if (value.get(text) == simdjson::SUCCESS) {
                        row.cells[column] = text;
                    } else {
                        m_written[column] = written(value);
                        row.cells[column] = m_written[column];
                    }
                });
        }
    } else {
        for (RecordField& field : recordFields(object, m_format)) {
            const element_type type = field.isNull ? element_type::NULL_VALUE : field.isString ? element_type::STRING : element_type::ARRAY;
            place(
                field.column, [&] { return field.isString ? jsonString(field.text)
                                           : field.isNull ? "null"
                                                          : field.text; }, type,
                [&](auto column) {
                    m_written[column] = std::move(field.text);
                    row.cells[column] = m_written[column];
                });
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

void JsonParser::next(std::string_view window, Continues continues, ParsedRow& row) {
    if (m_framing == JsonFraming::Lines) nextLine(window, continues, row);
    else nextItem(window, continues, row);
}

void JsonParser::nextLine(std::string_view window, Continues continues, ParsedRow& row) {
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
    parseRecord(line, row);
}

void JsonParser::skip(std::string_view bytes, ParsedRow& row) {
    row.kind = ParsedRow::Kind::Skipped;
    row.bytes = bytes.size();
    m_line += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

void JsonParser::nextItem(std::string_view window, Continues continues, ParsedRow& row) {
    if (answeredBefore(window, continues, row)) return;
    if (m_cutOff) {
        skip(window.substr(0, m_cutOff->scan(window)), row);
        if (m_cutOff->ended()) m_cutOff.reset();
        return;
    }
    const std::string_view between = m_place == ArrayPlace::Inside ? " \t\r\n," : " \t\r\n";
    if (m_place == ArrayPlace::Lost) {
        skip(window, row);
    } else if (const std::size_t begin = window.find_first_not_of(between); begin != 0) {
        skip(window.substr(0, begin), row);
    } else if (m_place == ArrayPlace::Behind || (m_place == ArrayPlace::Before && window.front() != '[')) {
        reject(RejectedRow::Reason::InvalidJson, m_place == ArrayPlace::Behind ? "something follows the array" : "there is no array",
               window.size(), row);
        m_place = ArrayPlace::Lost;
    } else if (m_place == ArrayPlace::Before || window.front() == ']') {
        m_place = m_place == ArrayPlace::Before ? ArrayPlace::Inside : ArrayPlace::Behind;
        skip(window.substr(0, 1), row);
    } else {
        readItem(window, continues, row);
    }
}

void JsonParser::readItem(std::string_view window, Continues continues, ParsedRow& row) {
    JsonItemScanner scanner;
    const std::size_t end = scanner.scan(window);
    if (!scanner.ended() && continues == Continues::Yes && window.size() < m_limits.rowBytes) {
        row.kind = ParsedRow::Kind::NeedMore;
        return;
    }
    const std::string_view item = window.substr(0, end);
    row.kind = ParsedRow::Kind::Row;
    row.bytes = end;
    m_line += static_cast<std::uint64_t>(std::count(item.begin(), item.end(), '\n'));
    if (scanner.ended()) {
        parseRecord(item, row);
    } else if (continues == Continues::No) {
        reject(RejectedRow::Reason::InvalidJson, "the array ends within this item", end, row);
    } else {
        reject(RejectedRow::Reason::TooLong, "the item is longer than " + std::to_string(m_limits.rowBytes >> 10U) + " KiB", end, row);
        m_cutOff = scanner;
    }
}

}  // namespace labelwright
