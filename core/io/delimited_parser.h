#pragma once

#include <array>

#include "core/io/row_parser.h"

namespace labelwright {

struct Dialect {
    char delimiter = ',';
    char quote = '"';  ///< '\0': none

    friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// RFC 4180, with what real files add: CR, LF and CRLF mixed, quotes inside unquoted cells (kept), text behind a closing quote on the same
/// line (joined, as Python's csv does). A quote that is never closed costs the line it stands on, not the file: the row is given up when
/// the closing quote is followed by neither delimiter nor line end, when more columns than expected come, at the limits, or at the end of
/// the text.
class DelimitedParser final : public RowParser {
public:
    /// `columns`: rows with another number are rejected; 0: any number.
    explicit DelimitedParser(Dialect dialect, std::size_t columns = 0, RowLimits limits = {});

    void next(std::string_view window, Continues continues, ParsedRow& row) override;
    /// How many cells of the rows so far were quoted, and closed as they should be.
    std::size_t quotedCells() const noexcept { return m_quotedCells; }

private:
    struct Cell {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t tailEnd = 0;  // text behind the closing quote: (end + 1, tailEnd)
        bool quoted = false;
        bool doubled = false;  // holds doubled quotes
    };
    enum class Scan { Complete, NeedMore, Unterminated };
    struct Position {
        std::size_t at = 0;
        std::size_t firstLineBehind = 0;  // start of the second physical line; 0: still on the first
        std::size_t breaks = 0;
    };

    Scan scanRow(std::string_view window, Continues continues, Position& position);
    Scan scanQuotedCell(std::string_view window, Continues continues, Position& position, Cell& cell) const;
    Scan cutOff(std::string_view window, Continues continues) const;
    bool endsCell(char c) const noexcept { return m_endsCell[static_cast<unsigned char>(c)]; }
    void giveUp(std::string_view window, Continues continues, const Position& position, ParsedRow& row);
    void fillCells(std::string_view window, ParsedRow& row);

    Dialect m_dialect;
    std::size_t m_columns;
    std::array<bool, 256> m_endsCell{};    // delimiter, CR, LF
    std::array<bool, 256> m_stopsQuote{};  // quote, CR, LF
    std::vector<Cell> m_cells;
    std::string m_unquoted;
    std::size_t m_quotedCells = 0;
};

}  // namespace labelwright
