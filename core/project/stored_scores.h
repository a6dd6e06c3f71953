#pragma once

#include <cstdint>
#include <span>

#include "core/domain/score_table.h"
#include "core/storage/database.h"

namespace labelwright {

/// Stores every column of `scores` in the given blocks, with readings and truncation; within the caller's write transaction.
Result<void> writeScoreBlocks(Database& database, const ScoreTable& scores, std::span<const std::uint32_t> blocks);
Result<ScoreTable> readScores(Database& database, std::size_t rows);
/// Within the caller's write transaction.
Result<void> deleteScores(Database& database);

}  // namespace labelwright
