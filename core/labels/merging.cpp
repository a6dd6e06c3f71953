#include "core/labels/merging.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace labelwright {
namespace {

Error noLabel(const LabelId& id) { return {ErrorCode::InvalidArgument, "there is no label with the id " + id, {"label", "unknown", id}}; }

auto placeOf(std::vector<Label>& labels, const LabelId& id) {
    return std::find_if(labels.begin(), labels.end(), [&id](const Label& label) { return label.id == id; });
}

std::optional<Label> takeMerged(Label& host, const LabelId& id) {
    if (const auto found = placeOf(host.merged, id); found != host.merged.end()) {
        Label taken = std::move(*found);
        host.merged.erase(found);
        return taken;
    }
    for (Label& inner : host.merged) {
        if (auto taken = takeMerged(inner, id)) return taken;
    }
    return std::nullopt;
}

/// Whether `id` is `ancestor` or stands below it.
bool isBelow(const LabelSet& labels, const LabelId& id, const LabelId& ancestor) {
    const Label* label = findLabel(labels, id);
    for (std::size_t steps = 0; label != nullptr && steps <= labels.labels.size(); ++steps) {
        if (label->id == ancestor) return true;
        label = label->parent.empty() ? nullptr : findLabel(labels, label->parent);
    }
    return false;
}

}  // namespace

Result<LabelSet> mergeLabels(LabelSet labels, const LabelId& from, const LabelId& into) {
    if (from == into) return Error{ErrorCode::InvalidArgument, "a label cannot be merged into itself", {"label", "itself", from}};
    const auto source = placeOf(labels.labels, from);
    if (source == labels.labels.end()) return noLabel(from);
    if (placeOf(labels.labels, into) == labels.labels.end()) return noLabel(into);
    Label merged = std::move(*source);
    const LabelId above = merged.parent;
    labels.labels.erase(source);
    Label& host = *placeOf(labels.labels, into);
    host.merged.push_back(std::move(merged));
    // Where `into` stood below `from`, it would stand below itself now: it takes the place of `from`.
    if (!host.parent.empty() && isBelow(labels, host.parent, into)) host.parent = above;
    return labels;
}

Result<LabelSet> unmergeLabel(LabelSet labels, const LabelId& id) {
    for (auto host = labels.labels.begin(); host != labels.labels.end(); ++host) {
        if (auto taken = takeMerged(*host, id)) {
            labels.labels.insert(host + 1, std::move(*taken));
            return labels;
        }
    }
    return noLabel(id);
}

Result<LabelSet> withParent(LabelSet labels, const LabelId& child, const LabelId& parent) {
    const auto place = placeOf(labels.labels, child);
    if (place == labels.labels.end()) return noLabel(child);
    if (!parent.empty() && placeOf(labels.labels, parent) == labels.labels.end()) return noLabel(parent);
    if (!parent.empty() && isBelow(labels, parent, child)) {
        return Error{ErrorCode::InvalidArgument,
                     "the label " + findLabel(labels, parent)->name + " stands below " + place->name + " already",
                     {"label", "below itself", child}};
    }
    place->parent = parent;
    return labels;
}

}  // namespace labelwright
