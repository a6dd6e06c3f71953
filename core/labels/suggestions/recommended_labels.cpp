#include "core/labels/suggestions/recommended_labels.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "core/labels/label_list.h"

namespace labelwright {
namespace {

constexpr std::size_t mostCompared = 300;

/// A label's id says which of the used ones it stands for.
LabelId idOf(std::size_t place) { return std::to_string(place); }

std::size_t placeOf(const LabelId& id) {
    std::size_t place = 0;
    std::from_chars(id.data(), id.data() + id.size(), place);
    return place;
}

RecommendedLabel grouped(std::span<const UsedLabel> used, std::vector<std::size_t> places) {
    std::stable_sort(places.begin(), places.end(), [used](std::size_t a, std::size_t b) { return used[a].uses > used[b].uses; });
    RecommendedLabel group{used[places.front()], {}};
    for (std::size_t i = 1; i < places.size(); ++i) {
        const UsedLabel& other = used[places[i]];
        group.alike.push_back(other.name);
        group.label.uses += other.uses;
        group.label.lastUsed = std::max(group.label.lastUsed, other.lastUsed);
        if (group.label.englishName.empty()) group.label.englishName = other.englishName;
    }
    return group;
}

}  // namespace

std::vector<UsedLabel> withPresetLabels(std::vector<UsedLabel> used, std::span<const LabelPreset> presets) {
    std::set<std::string> known;
    for (const UsedLabel& label : used) known.insert(foldedName(label.name));
    for (const LabelPreset& preset : presets) {
        if (preset.builtIn) continue;
        for (const Label& label : preset.labelSet.labels)
            if (known.insert(foldedName(label.name)).second) used.push_back({label.name, label.englishName, 0, 0});
    }
    if (used.size() > mostCompared) used.resize(mostCompared);
    return used;
}

LabelSet usedLabelSet(std::span<const UsedLabel> used) {
    LabelSet set;
    for (std::size_t place = 0; place < used.size(); ++place) {
        Label& label = set.labels.emplace_back();
        label.id = idOf(place);
        label.name = used[place].name;
        label.englishName = used[place].englishName;
        label.colour = labelColour(place);
    }
    return set;
}

std::vector<RecommendedLabel> recommendedLabels(std::span<const UsedLabel> used, std::span<const MergeSuggestion> suggestions) {
    std::vector<RecommendedLabel> recommended;
    std::vector<bool> taken(used.size(), false);
    for (const MergeSuggestion& suggestion : suggestions) {
        std::vector<std::size_t> places;
        for (const LabelId& id : suggestion.labels) {
            const std::size_t place = placeOf(id);
            if (place < used.size() && !taken[place]) places.push_back(place);
        }
        for (const std::size_t place : places) taken[place] = true;
        if (!places.empty()) recommended.push_back(grouped(used, std::move(places)));
    }
    for (std::size_t place = 0; place < used.size(); ++place)
        if (!taken[place]) recommended.push_back({used[place], {}});
    std::sort(recommended.begin(), recommended.end(), [](const RecommendedLabel& a, const RecommendedLabel& b) {
        return std::tie(b.label.uses, b.label.lastUsed, a.label.name) < std::tie(a.label.uses, a.label.lastUsed, b.label.name);
    });
    return recommended;
}

}  // namespace labelwright
