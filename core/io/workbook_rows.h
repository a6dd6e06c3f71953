#pragma once

#include "core/io/import_plan.h"
#include "core/io/workbook/workbook.h"

namespace labelwright {

/// How a sheet is to be read, by its first rows. `bytes`: size of the file; the merged cells of a large one are only filled by the import.
Result<ImportPlan> planWorkbook(const Workbook& workbook, std::uint64_t bytes, const ImportOptions& options);
/// Adds the columns that only rows behind the first ones have. Goes through the whole sheet.
Result<void> findWorkbookColumns(const Workbook& workbook, ImportPlan& plan, const std::stop_token& stop);
/// Every row, header included.
Result<void> readWorkbook(const Workbook& workbook, const ImportPlan& plan, const OnRow& onRow, const std::stop_token& stop,
                          const ImportProgress& progress);

}  // namespace labelwright
