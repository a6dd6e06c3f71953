#pragma once

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// "Keep both": the two are never suggested together again. Part of the set, so it is versioned and undone like any edit. InvalidArgument:
/// no such label, or both are one.
Result<LabelSet> keepApart(LabelSet labels, const LabelId& left, const LabelId& right);

/// Whether one of the pairs says so, of the labels themselves or of labels merged into them.
bool areKeptApart(const LabelSet& labels, const LabelId& left, const LabelId& right);

/// The set without pairs of which one label is no longer there, neither for itself nor merged.
LabelSet withoutStrayPairs(LabelSet labels);

}  // namespace labelwright
