#pragma once

#include "core/io/import_plan.h"

namespace labelwright {

/// A folder whose text files (.txt, .md, .text; in its folders too) are one text each. Columns: id (the path within the folder), text,
/// folder (the folder it lies in: often its label; empty at the top). In the order of their paths. Hidden files and folders are left out.
Result<ImportPlan> planFolder(const std::filesystem::path& folder, const ImportOptions& options);
/// A file that cannot be read, is too large or no text is rejected; its number among the files stands for the line.
Result<void> readFolder(const std::filesystem::path& folder, const ImportPlan& plan, const OnRow& onRow, const std::stop_token& stop,
                        const ImportProgress& progress);

}  // namespace labelwright
