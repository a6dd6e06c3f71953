#pragma once

#include <vector>

#include "core/domain/label.h"

namespace labelwright::ui {

/// What a card can do to a label set: each function returns the changed copy. Labels that are not there are passed over.

/// All of `ids` but `survivor` inside `survivor`.
LabelSet withMergedInto(const LabelSet& labels, const std::vector<LabelId>& ids, const LabelId& survivor);
/// All of `ids` but `parent` below `parent`, which goes to where the first of them stood if it was below one of them.
LabelSet withAllBelow(const LabelSet& labels, const std::vector<LabelId>& ids, const LabelId& parent);
/// Every two of `ids` are not to be suggested together again.
LabelSet withKeptApart(const LabelSet& labels, const std::vector<LabelId>& ids);
/// … and may be again.
LabelSet withoutKeptApart(const LabelSet& labels, const LabelId& left, const LabelId& right);

}  // namespace labelwright::ui
