#include "ui/labels/merging/merge_acts.h"

#include <algorithm>

#include "core/labels/kept_apart.h"
#include "core/labels/merging.h"

namespace labelwright::ui {

LabelSet withMergedInto(const LabelSet& labels, const std::vector<LabelId>& ids, const LabelId& survivor) {
    LabelSet result = labels;
    for (const LabelId& id : ids) {
        if (id == survivor) continue;
        if (auto merged = mergeLabels(result, id, survivor)) result = *std::move(merged);
    }
    return result;
}

LabelSet withAllBelow(const LabelSet& labels, const std::vector<LabelId>& ids, const LabelId& parent) {
    LabelSet result = labels;
    for (const LabelId& id : ids) {
        if (id == parent) continue;
        if (auto placed = withParent(result, id, parent)) {
            result = *std::move(placed);
            continue;
        }
        // The parent-to-be stands below this one: it comes up to its level first.
        const Label* label = findLabel(result, id);
        if (label == nullptr) continue;
        if (auto raised = withParent(result, parent, label->parent)) {
            if (auto placed = withParent(*raised, id, parent)) result = *std::move(placed);
        }
    }
    return result;
}

LabelSet withKeptApart(const LabelSet& labels, const std::vector<LabelId>& ids) {
    LabelSet result = labels;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j) {
            if (auto kept = keepApart(result, ids[i], ids[j])) result = *std::move(kept);
        }
    }
    return result;
}

LabelSet withoutKeptApart(const LabelSet& labels, const LabelId& left, const LabelId& right) {
    LabelSet result = labels;
    std::erase_if(result.keptApart, [&](const LabelPair& pair) {
        return (pair.left == left && pair.right == right) || (pair.left == right && pair.right == left);
    });
    return result;
}

}  // namespace labelwright::ui
