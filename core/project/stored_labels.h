#pragma once

#include "core/domain/label.h"
#include "core/storage/database.h"

namespace labelwright {

/// Replaces the label set; within the caller's write transaction. InvalidArgument: two labels with one id.
Result<void> writeLabels(Database& database, const LabelSet& labels);
/// An empty set if none was stored.
Result<LabelSet> readLabels(Database& database);

}  // namespace labelwright
