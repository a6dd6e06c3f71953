#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>
#include <unordered_map>

#include "core/labels/lint/lint_parts.h"
#include "core/labels/meaning/middles.h"
#include "core/labels/meaning/opposites.h"

namespace labelwright {
namespace {

bool areOpposites(const OppositionFound& found) { return found.kind == Opposition::Antonyms || found.kind == Opposition::Negation; }

/// Whether one of the labels is above the other.
bool areRelated(const LabelSet& labels, const Label& a, const Label& b) {
    const auto isAbove = [&labels](const Label& above, const Label& below) {
        const Label* at = &below;
        for (std::size_t step = 0; step <= labels.labels.size() && at != nullptr && !at->parent.empty(); ++step) {
            at = findLabel(labels, at->parent);
            if (at == &above) return true;
        }
        return false;
    };
    return isAbove(a, b) || isAbove(b, a);
}

void lintSynonyms(const LintTask& task, std::vector<LabelFinding>& findings) {
    if (task.context.affinities.empty()) return;
    const LabelSet& labels = task.labels;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < labels.labels.size(); ++i) places.emplace(labels.labels[i].id, i);
    for (const LabelAffinity& pair : task.context.affinities) {
        if (!(pair.affinity >= task.context.synonymsFrom) || pair.left == pair.right) continue;
        const auto left = places.find(pair.left);
        const auto right = places.find(pair.right);
        if (left == places.end() || right == places.end()) continue;
        std::size_t kept = std::min(left->second, right->second);
        std::size_t other = std::max(left->second, right->second);
        const Label& first = labels.labels[kept];
        const Label& second = labels.labels[other];
        const bool same = task.names[kept].folded == task.names[other].folded;
        // Opposites are alike to a model of similarity, and what stands below another label is meant to be.
        if (same || areRelated(labels, first, second) || opposition(first.name, second.name).kind != Opposition::None) continue;
        const auto texts = task.context.texts;
        if (texts.size() == labels.labels.size() && texts[other] > texts[kept]) std::swap(kept, other);
        const LabelId& keptId = labels.labels[kept].id;
        const LabelId& otherId = labels.labels[other].id;
        char affinity[32];
        std::snprintf(affinity, sizeof affinity, "%.2f", static_cast<double>(pair.affinity));
        findings.push_back({LabelFindingKind::NearSynonyms,
                            LabelFindingWeight::Warning,
                            {first.id, second.id},
                            {affinity},
                            {{LabelRepair::Kind::Merge, keptId, otherId, {}}, {LabelRepair::Kind::MakeParent, keptId, otherId, {}}}});
    }
}

void lintContained(const LintTask& task, std::vector<LabelFinding>& findings) {
    const std::vector<Label>& all = task.labels.labels;
    for (std::size_t part = 0; part < all.size(); ++part) {
        const LintedName& inner = task.names[part];
        if (inner.unitCount == 0) continue;
        for (std::size_t whole = 0; whole < all.size(); ++whole) {
            const LintedName& outer = task.names[whole];
            if (inner.unitCount >= outer.unitCount || outer.units.find(inner.units) == std::string::npos) continue;
            if (areRelated(task.labels, all[part], all[whole])) continue;
            const OppositionFound found = opposition(all[part].name, all[whole].name);
            if (areOpposites(found)) continue;
            // 成人 / 成人教育 speak of different things, but a model that looks at words may not see it.
            const auto weight = found.kind == Opposition::None ? LabelFindingWeight::Warning : LabelFindingWeight::Note;
            std::vector<LabelRepair> repairs{{LabelRepair::Kind::MakeParent, all[part].id, all[whole].id, {}}};
            if (found.kind == Opposition::None) repairs.push_back({LabelRepair::Kind::Merge, all[part].id, all[whole].id, {}});
            findings.push_back({LabelFindingKind::ContainedName, weight, {all[part].id, all[whole].id}, {}, std::move(repairs)});
        }
    }
}

void lintOpposites(const LintTask& task, std::vector<LabelFinding>& findings) {
    const std::vector<Label>& all = task.labels.labels;
    const bool placeForTheRest = task.context.abstain > 0 || all.size() >= manyLabels ||
                                 std::any_of(all.begin(), all.end(), [](const Label& label) { return isMiddle(label.name); });
    if (task.context.mode != SelectionMode::SingleBest || placeForTheRest) return;
    std::vector<LabelFinding> found;
    std::vector<bool> opposed(all.size());
    for (std::size_t left = 0; left < all.size(); ++left) {
        for (std::size_t right = left + 1; right < all.size(); ++right) {
            const OppositionFound pair = opposition(all[left].name, all[right].name);
            if (!areOpposites(pair)) continue;
            opposed[left] = opposed[right] = true;
            const LabelRepair repair{LabelRepair::Kind::Add, {}, {}, proposedMiddle(pair.kind, all[left].name)};
            found.push_back({LabelFindingKind::Opposites,
                             LabelFindingWeight::Warning,
                             {all[left].id, all[right].id},
                             {pair.left, pair.right},
                             {repair}});
        }
    }
    // A label that is the opposite of none takes texts that are neither: 咨询 beside 表扬 and 投诉.
    if (std::find(opposed.begin(), opposed.end(), false) == opposed.end())
        findings.insert(findings.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace

void lintPairs(const LintTask& task, std::vector<LabelFinding>& findings) {
    lintSynonyms(task, findings);
    lintContained(task, findings);
    lintOpposites(task, findings);
}

}  // namespace labelwright
