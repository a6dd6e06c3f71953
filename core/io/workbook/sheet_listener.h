#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/workbook/cell_text.h"
#include "core/io/workbook/number_format.h"
#include "core/io/workbook/workbook.h"
#include "core/io/workbook/xml_part.h"

namespace labelwright {

/// The strings that the cells of a workbook refer to by number.
class SharedStrings {
public:
    void add(std::string_view text);
    std::size_t size() const noexcept { return m_ends.size(); }
    std::string_view operator[](std::size_t index) const noexcept;

private:
    std::string m_texts;
    std::vector<std::size_t> m_ends;
};

/// What cells need to be understood.
struct CellKinds {
    SharedStrings strings;
    std::vector<NumberKind> styles;  ///< by style number
    DateSystem dates = DateSystem::From1900;
};

/// Where a merged range begins and ends, both included.
struct MergedRange {
    CellPlace first, last;
};

/// Finds the widest row and the merged ranges, which stand behind the rows in the file.
class SheetShape final : public XmlListener {
public:
    void start(std::string_view tag, const XmlAttributes& attributes) override;
    void end(std::string_view tag) override;

    std::size_t columns() const noexcept { return m_columns; }
    std::vector<MergedRange> merged;

private:
    std::size_t m_columns = 0;
    std::uint32_t m_column = 0;  // of the cell, counted where it has no reference
};

/// Gives the rows of a sheet away one by one.
class SheetRows final : public XmlListener {
public:
    SheetRows(const CellKinds& kinds, SheetShape shape, const std::function<bool(const SheetRow&)>& take);

    void start(std::string_view tag, const XmlAttributes& attributes) override;
    void end(std::string_view tag) override;
    void text(std::string_view piece) override;
    bool finished() const override { return m_finished; }
    std::string fault() const override { return m_fault; }

private:
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void endCell();
    void endRow();
    void fillMerged();
    std::string shown();

    /// A merged range that the rows have come to.
    struct OpenRange {
        MergedRange range;
        std::string text;
    };

    const CellKinds& m_kinds;
    SheetShape m_shape;  // its ranges by their first row
    std::size_t m_nextRange = 0;
    std::vector<OpenRange> m_openRanges;
    const std::function<bool(const SheetRow&)>& m_take;
    std::vector<std::string> m_cells;
    std::uint32_t m_row = 0;  // number of the row that the reader is in, from 1
    std::uint32_t m_column = 0;
    std::uint32_t m_nextColumn = 0;
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_text;
    bool m_inValue = false;
    bool m_inPhonetic = false;
    bool m_hasValue = false;
    bool m_finished = false;
    std::string m_fault;
};

}  // namespace labelwright
