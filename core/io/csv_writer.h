#pragma once

#include <string>
#include <string_view>

#include "core/io/result_export.h"

namespace labelwright {

/// Whether a text cell that is a number ("-5") is guarded too.
enum class NumberCells { Guarded, AsTheyAre };

/// Appends RFC 4180 rows (CRLF, quotes where needed) to a buffer that the caller empties. One thread.
class CsvWriter {
public:
    CsvWriter(std::string& out, FormulaGuard guard) : m_out(out), m_guard(guard) {}

    /// A cell of somebody else's text: with the guard a ' goes before = + - @ TAB CR, which a spreadsheet would run as a formula.
    void text(std::string_view cell, NumberCells numbers = NumberCells::Guarded);
    /// A cell of our own making: a number, true, false.
    void plain(std::string_view cell);
    void endRow();

private:
    void separate();

    std::string& m_out;
    FormulaGuard m_guard;
    bool m_rowStart = true;
};

}  // namespace labelwright
