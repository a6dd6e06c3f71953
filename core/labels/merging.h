#pragma once

#include "core/base/result.h"
#include "core/domain/label.h"

namespace labelwright {

/// A merge is an alias: `from` stays whole inside `into`, is still asked, and its answers count for `into` (probabilities() in
/// core/domain/selection.h has the rule). So merging and its opposite need no forward pass, and what people gave to `from` is not touched.
/// Labels below `from` are then below `into`. InvalidArgument: no such label, or both are one.
Result<LabelSet> mergeLabels(LabelSet labels, const LabelId& from, const LabelId& into);

/// Takes a merged label out again; it stands behind the one it was merged into, as it was before, together with what had been merged into
/// it. InvalidArgument: there is no merged label of this id.
Result<LabelSet> unmergeLabel(LabelSet labels, const LabelId& id);

/// Puts a label below another, or at the top where `parent` is empty. InvalidArgument: no such label, or `parent` stands below `child`.
Result<LabelSet> withParent(LabelSet labels, const LabelId& child, const LabelId& parent);

}  // namespace labelwright
