#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>

#include "core/io/exchange/record_format.h"
#include "core/io/json_framing.h"
#include "core/io/json_item_scanner.h"
#include "core/io/row_parser.h"

namespace labelwright {

/// What to do with a key that has no column yet.
enum class NewKeys {
    AddColumn,  ///< find out which columns there are
    KeepApart,  ///< put it, with all others of its kind, as JSON into the column otherKeysColumn
};

/// JSON objects, one a line or the items of an array: keys become columns; strings as they are, numbers and booleans as their text, null as
/// an empty cell, arrays and objects as JSON. The last of two equal keys counts, as in most readers. Blank lines are skipped. Of other
/// tools' records the columns are those of recordFields().
class JsonParser final : public RowParser {
public:
    /// Files with an id for a key would have as many columns as rows.
    static constexpr std::size_t maxColumns = 256;
    static constexpr const char* otherKeysColumn = "(other keys)";

    JsonParser(std::vector<std::string> columns, NewKeys newKeys, JsonFraming framing = JsonFraming::Lines,
               RecordFormat format = RecordFormat::Plain, RowLimits limits = {});
    ~JsonParser() override;

    /// From now on rows whose value of this column is no string are rejected; with EmptyTexts::Keep null and a missing key are empty texts.
    void requireText(std::size_t column, EmptyTexts emptyTexts) {
        m_textColumn = column;
        m_emptyTexts = emptyTexts;
    }
    const std::vector<std::string>& columns() const noexcept { return m_columns; }
    /// One flag a column: whether some row had a string there.
    const std::vector<bool>& hasStrings() const noexcept { return m_hasStrings; }

    void next(std::string_view window, Continues continues, ParsedRow& row) override;

private:
    struct Parser;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    enum class ArrayPlace { Before, Inside, Behind, Lost };

    void nextLine(std::string_view window, Continues continues, ParsedRow& row);
    void nextItem(std::string_view window, Continues continues, ParsedRow& row);
    void skip(std::string_view bytes, ParsedRow& row);
    void readItem(std::string_view window, Continues continues, ParsedRow& row);
    void parseRecord(std::string_view json, ParsedRow& row);
    void rejectText(const std::string& found, RejectedRow::Reason reason, ParsedRow& row) const;
    std::size_t columnOf(std::string_view key);
    void addColumn(std::string name);

    std::unique_ptr<Parser> m_parser;
    std::vector<std::string> m_columns;
    std::unordered_map<std::string, std::size_t> m_columnOf;
    std::vector<bool> m_hasStrings;
    std::deque<std::string> m_written;  // [column] cells that are not strings in the file; a deque, since rows hold views into it
    std::string m_key;
    NewKeys m_newKeys;
    JsonFraming m_framing;
    RecordFormat m_format;
    ArrayPlace m_place = ArrayPlace::Before;
    std::optional<JsonItemScanner> m_cutOff;  // inside an item that was too long
    std::size_t m_textColumn = none;
    EmptyTexts m_emptyTexts = EmptyTexts::Reject;
};

}  // namespace labelwright
