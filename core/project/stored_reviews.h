#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/domain/dataset.h"
#include "core/domain/review_table.h"
#include "core/storage/database.h"

namespace labelwright {

/// Within the caller's write transaction. InvalidArgument: a label id that cannot be stored.
Result<void> writeReviews(Database& database, std::span<const std::uint32_t> rows, std::span<const Review> reviews);
/// Of these rows, [rows]; an empty one where nothing was said.
Result<std::vector<Review>> readReviewsOf(Database& database, std::span<const std::uint32_t> rows);
Result<ReviewTable> readReviews(Database& database, std::size_t rows);

/// Before the texts are replaced: what was said about them is kept with them.
Result<void> setReviewsAside(Database& database);
/// After it: reviews that were set aside come to the row with the same id and text, else to one with the same text that has none yet. What
/// finds no text goes on waiting.
Result<void> bringReviewsBack(Database& database, const Dataset& dataset);
/// Reviews whose text is not there.
Result<std::uint64_t> waitingReviews(Database& database);

}  // namespace labelwright
