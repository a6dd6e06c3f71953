#pragma once

#include <string>
#include <string_view>

#include "core/io/cell_writer.h"
#include "core/io/result_export.h"

namespace labelwright {

/// Appends RFC 4180 rows (CRLF, quotes where needed) to a buffer that the caller empties. One thread.
class CsvWriter final : public CellWriter {
public:
    CsvWriter(std::string& out, FormulaGuard guard, char delimiter = ',') : m_out(out), m_guard(guard), m_delimiter(delimiter) {}

    /// With the guard a ' goes before = + - @ TAB CR, which a spreadsheet would run as a formula, and before cells that the guard could be
    /// mistaken for: any number of ' and then one of these.
    void text(std::string_view cell, NumberCells numbers = NumberCells::Guarded) override;
    void plain(std::string_view cell) override;
    void number(float value) override;
    void flag(bool value) override { plain(value ? "true" : "false"); }
    void endRow() override;

private:
    void separate();

    std::string& m_out;
    FormulaGuard m_guard;
    char m_delimiter;
    bool m_rowStart = true;
};

/// Whether it is a formula, and no number, that CsvWriter would have guarded.
bool lacksFormulaGuard(std::string_view cell) noexcept;
/// The cell as it was before CsvWriter guarded it.
std::string_view withoutFormulaGuard(std::string_view cell) noexcept;

}  // namespace labelwright
