#include "core/labels/kept_apart.h"

#include <algorithm>
#include <utility>

namespace labelwright {

Result<LabelSet> keepApart(LabelSet labels, const LabelId& left, const LabelId& right) {
    for (const LabelId& id : {left, right}) {
        if (findLabel(labels, id) == nullptr)
            return Error{ErrorCode::InvalidArgument, "there is no label with the id " + id, {"label", "unknown", id}};
    }
    if (findLabel(labels, left) == findLabel(labels, right))
        return Error{ErrorCode::InvalidArgument, "a label cannot be kept apart from itself", {"label", "itself", left}};
    if (!areKeptApart(labels, left, right)) labels.keptApart.push_back({left, right});
    return labels;
}

bool areKeptApart(const LabelSet& labels, const LabelId& left, const LabelId& right) {
    if (labels.keptApart.empty()) return false;
    const Label* l = findLabel(labels, left);
    const Label* r = findLabel(labels, right);
    if (l == nullptr || r == nullptr || l == r) return false;
    return std::any_of(labels.keptApart.begin(), labels.keptApart.end(), [&](const LabelPair& pair) {
        const Label* a = findLabel(labels, pair.left);
        const Label* b = findLabel(labels, pair.right);
        return (a == l && b == r) || (a == r && b == l);
    });
}

LabelSet withoutStrayPairs(LabelSet labels) {
    std::erase_if(labels.keptApart, [&labels](const LabelPair& pair) {
        return findLabel(labels, pair.left) == nullptr || findLabel(labels, pair.right) == nullptr;
    });
    return labels;
}

}  // namespace labelwright
