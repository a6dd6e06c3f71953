#include "core/labels/label_set_diff.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "core/labels/kept_apart.h"

namespace labelwright {
namespace {

using Kind = LabelChange::Kind;

/// A label of a set, merged ones included, with the label it is inside (null: it stands for itself).
struct Place {
    const Label* label = nullptr;
    const Label* inside = nullptr;
};

void collect(std::span<const Label> labels, const Label* inside, std::vector<Place>& places) {
    for (const Label& label : labels) {
        places.push_back({&label, inside});
        collect(label.merged, &label, places);
    }
}

std::vector<Place> placesOf(const LabelSet& labels) {
    std::vector<Place> places;
    collect(labels.labels, nullptr, places);
    return places;
}

std::string nameOf(const LabelSet& labels, const LabelId& id) {
    const Label* label = id.empty() ? nullptr : findLabel(labels, id);
    return label == nullptr ? std::string() : label->name;
}

LabelId idOf(const Label* label) { return label == nullptr ? LabelId() : label->id; }

class Comparison {
public:
    Comparison(const LabelSet& before, const LabelSet& after) : m_before(before), m_after(after) {}

    std::vector<LabelChange> changes() {
        if (m_before.name != m_after.name) add(Kind::SetRenamed, {}, m_before.name, m_after.name);
        if (m_before.hypothesisTemplate != m_after.hypothesisTemplate)
            add(Kind::TemplateChanged, {}, m_before.hypothesisTemplate, m_after.hypothesisTemplate);
        const auto old = placesOf(m_before);
        const auto present = placesOf(m_after);
        std::map<std::string_view, Place> now;
        for (const Place& place : present) now.emplace(place.label->id, place);
        std::map<std::string_view, Place> then;
        for (const Place& place : old) {
            then.emplace(place.label->id, place);
            const auto found = now.find(place.label->id);
            if (found == now.end()) add(Kind::Removed, place.label->id, place.label->name, {});
            else compare(place, found->second);
        }
        for (const Place& place : present) {
            if (!then.contains(place.label->id)) add(Kind::Added, place.label->id, {}, place.label->name);
        }
        comparePairs();
        if (commonOrder(m_before, m_after) != commonOrder(m_after, m_before)) add(Kind::Reordered, {}, {}, {});
        return std::move(m_changes);
    }

private:
    void add(Kind kind, const LabelId& id, std::string before, std::string after) {
        m_changes.push_back({kind, id, std::move(before), std::move(after)});
    }

    void compare(const Place& old, const Place& present) {
        const Label& a = *old.label;
        const Label& b = *present.label;
        if (idOf(old.inside) != idOf(present.inside)) {
            if (present.inside != nullptr) add(Kind::Merged, a.id, a.name, present.inside->name);
            else add(Kind::TakenOut, a.id, old.inside->name, b.name);
        }
        if (a.name != b.name) add(Kind::Renamed, a.id, a.name, b.name);
        // A new template asks every label otherwise; that was said once for the whole set.
        if (a.hypothesis != b.hypothesis || a.englishName != b.englishName)
            add(Kind::AskedOtherwise, a.id, a.hypothesis.empty() ? a.englishName : a.hypothesis,
                b.hypothesis.empty() ? b.englishName : b.hypothesis);
        if (a.description != b.description) add(Kind::Described, a.id, a.description, b.description);
        if (a.colour != b.colour) add(Kind::Recoloured, a.id, a.name, {});
        if (a.key != b.key) add(Kind::KeyChanged, a.id, a.key, b.key);
        if (a.parent != b.parent) add(Kind::PutBelow, a.id, b.name, nameOf(m_after, b.parent));
    }

    void comparePairs() {
        for (const LabelPair& pair : m_after.keptApart) {
            if (!areKeptApart(m_before, pair.left, pair.right))
                add(Kind::KeptApart, pair.left, nameOf(m_after, pair.left), nameOf(m_after, pair.right));
        }
        for (const LabelPair& pair : m_before.keptApart) {
            const bool gone = findLabel(m_after, pair.left) == nullptr || findLabel(m_after, pair.right) == nullptr;
            if (!gone && !areKeptApart(m_after, pair.left, pair.right))
                add(Kind::NotKeptApart, pair.left, nameOf(m_before, pair.left), nameOf(m_before, pair.right));
        }
    }

    /// Ids of the labels of `labels` that stand for themselves in both, in its order.
    static std::vector<LabelId> commonOrder(const LabelSet& labels, const LabelSet& other) {
        std::vector<LabelId> ids;
        for (const Label& label : labels.labels) {
            const bool common =
                std::any_of(other.labels.begin(), other.labels.end(), [&label](const Label& o) { return o.id == label.id; });
            if (common) ids.push_back(label.id);
        }
        return ids;
    }

    const LabelSet& m_before;
    const LabelSet& m_after;
    std::vector<LabelChange> m_changes;
};

}  // namespace

const char* labelChangeName(LabelChange::Kind kind) noexcept {
    switch (kind) {
        case Kind::SetRenamed: return "SetRenamed";
        case Kind::TemplateChanged: return "TemplateChanged";
        case Kind::Added: return "Added";
        case Kind::Removed: return "Removed";
        case Kind::Renamed: return "Renamed";
        case Kind::AskedOtherwise: return "AskedOtherwise";
        case Kind::Described: return "Described";
        case Kind::Recoloured: return "Recoloured";
        case Kind::KeyChanged: return "KeyChanged";
        case Kind::PutBelow: return "PutBelow";
        case Kind::Merged: return "Merged";
        case Kind::TakenOut: return "TakenOut";
        case Kind::KeptApart: return "KeptApart";
        case Kind::NotKeptApart: return "NotKeptApart";
        case Kind::Reordered: return "Reordered";
    }
    return "";
}

std::vector<LabelChange> compareLabelSets(const LabelSet& before, const LabelSet& after) { return Comparison(before, after).changes(); }

}  // namespace labelwright
