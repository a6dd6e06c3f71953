#include "core/io/workbook_rows.h"

#include <algorithm>

namespace labelwright {
namespace {

constexpr std::uint64_t largeWorkbook = std::uint64_t{4} << 20U;  // bytes

/// For the list of rejects: cells with a tab between them.
std::string joined(std::span<const std::string> cells) {
    std::string line;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) line += (cell == 0 ? "" : "\t") + cells[cell];
    return line;
}

}  // namespace

Result<ImportPlan> planWorkbook(const Workbook& workbook, std::uint64_t bytes, const ImportOptions& options) {
    ImportPlan plan;
    plan.asked = options;
    plan.options = options;
    plan.options.format = TextFormat::Workbook;
    plan.options.encoding = "UTF-8";
    plan.sheets = workbook.sheets();
    if (!options.sheet) plan.options.sheet = plan.sheets.front();
    const Result<std::size_t> sheet = workbook.sheetNamed(*plan.options.sheet);
    if (!sheet) return sheet.error();

    std::size_t columns = 0;
    const MergedCells merged = bytes < largeWorkbook ? MergedCells::Fill : MergedCells::AsTheyAre;
    auto read = workbook.readRows(*sheet, merged, [&](const SheetRow& row) {
        plan.rows.emplace_back(row.cells.begin(), row.cells.end());
        plan.lines.push_back(row.number);
        columns = std::max(columns, row.cells.size());
        return plan.rows.size() < guessedRows;
    });
    if (!read) return read.error();
    if (plan.rows.empty()) {
        const std::string what = "the sheet \"" + *plan.options.sheet + "\" is empty; choose another sheet";
        return Error{ErrorCode::FileMalformed, what, {*plan.options.sheet, "row 1", what}};
    }
    for (std::vector<std::string>& row : plan.rows) row.resize(columns);
    plan.options.hasHeader = options.hasHeader.value_or(looksLikeHeader(plan.rows));
    takeHeader(plan, columns);
    return chosenColumns(std::move(plan), std::vector<bool>(columns, true));
}

Result<void> findWorkbookColumns(const Workbook& workbook, ImportPlan& plan, const std::stop_token& stop) {
    const Result<std::size_t> sheet = workbook.sheetNamed(*plan.options.sheet);
    if (!sheet) return sheet.error();
    const Result<std::size_t> columns = workbook.columns(*sheet, stop);
    if (!columns) return columns.error();
    std::vector<std::string> names = plan.columns;
    names.resize(std::max(names.size(), *columns));
    plan.columns = namesFromHeader(names);  // an empty name becomes its number
    return {};
}

Result<void> readWorkbook(const Workbook& workbook, const ImportPlan& plan, const OnRow& onRow, const std::stop_token& stop,
                          const ImportProgress& progress) {
    const Result<std::size_t> sheet = workbook.sheetNamed(*plan.options.sheet);
    if (!sheet) return sheet.error();
    ParsedRow parsed;
    parsed.kind = ParsedRow::Kind::Row;
    return workbook.readRows(
        *sheet, MergedCells::Fill,
        [&](const SheetRow& row) {
            parsed.line = row.number;
            parsed.cells.assign(row.cells.begin(), row.cells.end());
            parsed.cells.resize(plan.columns.size());
            onRow(parsed, joined(row.cells));
            return true;
        },
        stop, progress);
}

}  // namespace labelwright
