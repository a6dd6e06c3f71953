#include "core/labels/lint/label_lint.h"

#include <algorithm>
#include <numeric>

#include "core/labels/lint/lint_parts.h"

namespace labelwright {

const char* labelFindingName(LabelFindingKind kind) noexcept {
    switch (kind) {
        case LabelFindingKind::TemplateWithoutPlace: return "TemplateWithoutPlace";
        case LabelFindingKind::TemplateWithSeveralPlaces: return "TemplateWithSeveralPlaces";
        case LabelFindingKind::EmptyName: return "EmptyName";
        case LabelFindingKind::DuplicateName: return "DuplicateName";
        case LabelFindingKind::UntidyName: return "UntidyName";
        case LabelFindingKind::HypothesisTooLong: return "HypothesisTooLong";
        case LabelFindingKind::SameHypothesis: return "SameHypothesis";
        case LabelFindingKind::DoubledKey: return "DoubledKey";
        case LabelFindingKind::CommandKey: return "CommandKey";
        case LabelFindingKind::NearSynonyms: return "NearSynonyms";
        case LabelFindingKind::ContainedName: return "ContainedName";
        case LabelFindingKind::Opposites: return "Opposites";
        case LabelFindingKind::ManyLabels: return "ManyLabels";
    }
    return "";
}

const char* labelFindingWeightName(LabelFindingWeight weight) noexcept {
    switch (weight) {
        case LabelFindingWeight::Error: return "error";
        case LabelFindingWeight::Warning: return "warning";
        case LabelFindingWeight::Note: return "note";
    }
    return "";
}

std::vector<LabelFinding> lintLabels(const LabelSet& labels, const LintContext& context) {
    const LintTask task{labels, context, lintedNames(labels)};
    std::vector<LabelFinding> findings;
    for (const auto part : {&lintHypotheses, &lintNames, &lintKeys, &lintPairs, &lintCount}) part(task, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const LabelFinding& a, const LabelFinding& b) { return a.weight < b.weight; });
    return findings;
}

void lintCount(const LintTask& task, std::vector<LabelFinding>& findings) {
    const std::size_t count = task.labels.labels.size();
    if (count < manyLabels) return;
    const std::size_t beyond = count + 1 - manyLabels;
    LabelFinding finding{LabelFindingKind::ManyLabels, LabelFindingWeight::Note, {}, {std::to_string(count), "", ""}, {}};
    if (const auto& cost = task.context.cost) {
        finding.arguments[1] = std::to_string(static_cast<double>(beyond) * cost->secondsPerLabel);
        finding.arguments[2] = std::to_string(cost->memoryBytes);
    }
    if (const auto texts = task.context.texts; texts.size() == count) {
        std::vector<std::size_t> order(count);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return texts[a] < texts[b]; });
        order.resize(beyond);
        for (const std::size_t index : order) {
            finding.labels.push_back(task.labels.labels[index].id);
            finding.arguments.push_back(std::to_string(texts[index]));
        }
        finding.repairs.push_back({LabelRepair::Kind::Remove, finding.labels.front(), {}, {}});
    }
    findings.push_back(std::move(finding));
}

}  // namespace labelwright
