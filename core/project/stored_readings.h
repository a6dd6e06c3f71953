#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "core/domain/pair_logits.h"
#include "core/storage/database.h"

namespace labelwright {

/// How stored numbers are read, by the id that the rows of a block carry. A reading once stored keeps its id until the scores are cleared.
using StoredReadings = std::map<std::uint8_t, ScoreReading>;

/// Stands for "no reading" in the rows of a block.
constexpr std::uint8_t noReading = 255;

Result<StoredReadings> readReadings(Database& database);
/// The id of an equal one, or of the new one; within the caller's write transaction.
Result<std::uint8_t> storeReading(Database& database, StoredReadings& known, const ScoreReading& reading);

}  // namespace labelwright
