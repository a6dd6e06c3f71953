#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/project/history.h"
#include "core/storage/database.h"

namespace labelwright {

/// Adds an entry within the caller's write transaction and gives its number. Done: `step` is kept whole. Undone, Redone: its text and how
/// many rows it is about. Imported: the same; `after.text` is the name of the texts.
Result<std::uint64_t> writeHistory(Database& database, const HistoryPlace& place, const StoredStep& step);
Result<std::uint64_t> writeImport(Database& database, const std::string& name, std::uint64_t rows);

/// What the step that ends with this entry changed, from before its first entry. InvalidArgument: there is no such step.
Result<StoredStep> readStep(Database& database, std::uint64_t number);
/// The latest `most` steps since the last import.
Result<UndoSteps> readUndoSteps(Database& database, std::size_t most);
/// The latest first, `most` of them.
Result<std::vector<HistoryEntry>> readHistory(Database& database, std::size_t most);
/// What happened to one of the present texts, the latest first, `most` of it.
Result<std::vector<RowChange>> readRowHistory(Database& database, std::uint32_t row, std::size_t most);

}  // namespace labelwright
