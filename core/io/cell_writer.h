#pragma once

#include <string_view>

namespace labelwright {

/// Whether a text cell that is a number ("-5") is text like any other, or a number.
enum class NumberCells { Guarded, AsTheyAre };

/// Writes the rows of a table, cell by cell.
class CellWriter {
public:
    virtual ~CellWriter() = default;
    /// A cell of somebody else's text.
    virtual void text(std::string_view cell, NumberCells numbers = NumberCells::Guarded) = 0;
    /// A word of our own making.
    virtual void plain(std::string_view cell) = 0;
    /// In its shortest form; not a number is an empty cell.
    virtual void number(float value) = 0;
    virtual void flag(bool value) = 0;
    virtual void endRow() = 0;
};

}  // namespace labelwright
