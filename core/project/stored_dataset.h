#pragma once

#include <cstdint>
#include <memory>

#include "core/domain/dataset.h"
#include "core/storage/database.h"

namespace labelwright {

/// Replaces the dataset; within the caller's write transaction.
Result<void> writeDataset(Database& database, const Dataset& dataset);
/// Null if none was stored. Rows go straight into the builder, so nothing is held twice; the content hash is compared, so a changed byte is
/// found.
Result<std::shared_ptr<const Dataset>> readDataset(Database& database);
/// What there is of a damaged dataset with this many rows, not compared with anything: a missing row becomes an empty text, extra columns
/// that cannot be read become empty.
Result<std::shared_ptr<const Dataset>> readDatasetWithGaps(Database& database, std::uint64_t rows);
/// Rows of the stored dataset; 0 if there is none.
Result<std::uint64_t> storedRowCount(Database& database);

}  // namespace labelwright
