#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace labelwright {

/// A row of a sheet that holds something.
struct SheetRow {
    std::uint32_t number = 0;            ///< 1-based, as Excel shows it
    std::span<const std::string> cells;  ///< from column A; valid during the call
};

/// Merged ranges stand behind the rows in a file: knowing them beforehand costs a second way through it.
enum class MergedCells { Fill, AsTheyAre };

/// An Excel workbook (.xlsx, .xlsm) read sheet by sheet. Its shared strings are held, its rows are not. Cells are what Excel shows: numbers
/// with at most 15 digits, dates as 2026-01-02, formulas as their last result; with MergedCells::Fill all cells of a
/// merged range hold its value. One thread.
class Workbook {
public:
    static Result<Workbook> open(const std::filesystem::path& file, const std::stop_token& stop = {});
    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    const std::vector<std::string>& sheets() const noexcept;
    /// InvalidArgument: there is no sheet of this name.
    Result<std::size_t> sheetNamed(const std::string& name) const;

    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;
    /// How many columns the widest row has.
    Result<std::size_t> columns(std::size_t sheet, const std::stop_token& stop = {}, const Progress& progress = {}) const;
    /// In order, until `take` gives false. Rows that hold nothing are left out.
    Result<void> readRows(std::size_t sheet, MergedCells merged, const std::function<bool(const SheetRow& row)>& take,
                          const std::stop_token& stop = {}, const Progress& progress = {}) const;

private:
    struct State;
    explicit Workbook(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Whether a file begins as a workbook does, or as Excel files did before 2007 (whose error open() words).
bool looksLikeWorkbook(const std::filesystem::path& file);

}  // namespace labelwright
