#include "app/cli/commands/finding_text.h"

namespace labelwright::cli {
namespace {

std::string inQuotes(const std::string& text) { return '"' + text + '"'; }

std::string names(const LabelSet& labels, const std::vector<LabelId>& ids, const char* separator) {
    std::string all;
    for (const LabelId& id : ids) all += (all.empty() ? "" : separator) + quotedName(labels, id);
    return all;
}

}  // namespace

std::string quotedName(const LabelSet& labels, const LabelId& id) {
    const Label* label = id.empty() ? nullptr : findLabel(labels, id);
    return inQuotes(label == nullptr ? id : label->name);
}

std::string findingText(const LabelSet& labels, const LabelFinding& finding) {
    const std::string concerned = names(labels, finding.labels, " and ");
    const auto argument = [&finding](std::size_t index) { return index < finding.arguments.size() ? finding.arguments[index] : ""; };
    switch (finding.kind) {
        case LabelFindingKind::TemplateWithoutPlace:
            return "the template " + inQuotes(argument(0)) + " has no {} for the name: all labels are asked the same";
        case LabelFindingKind::TemplateWithSeveralPlaces:
            return "the template " + inQuotes(argument(0)) + (finding.labels.empty() ? "" : " of " + concerned) +
                   " holds {} more than once";
        case LabelFindingKind::EmptyName: return "a label has no name";
        case LabelFindingKind::DuplicateName: return concerned + " are the same name to a person";
        case LabelFindingKind::UntidyName: return concerned + " holds stray white space or invisible characters";
        case LabelFindingKind::HypothesisTooLong:
            return concerned + " is asked with " + argument(1) + " tokens, the model reads " + argument(2);
        case LabelFindingKind::SameHypothesis: return concerned + " are asked with the same sentence, " + inQuotes(argument(0));
        case LabelFindingKind::DoubledKey: return concerned + " have the same key, " + argument(0);
        case LabelFindingKind::CommandKey: return "the key of " + concerned + ", " + argument(0) + ", does something else already";
        case LabelFindingKind::NearSynonyms: return concerned + " are nearly synonyms (" + argument(0) + ")";
        case LabelFindingKind::ContainedName:
            return "the name " + quotedName(labels, finding.labels.front()) + " is part of " + quotedName(labels, finding.labels.back());
        case LabelFindingKind::Opposites: return concerned + " are opposites, and no label is for texts that are neither";
        case LabelFindingKind::ManyLabels: return "there are " + argument(0) + " labels; more than ten cost time and memory";
    }
    return {};
}

std::string repairText(const LabelSet& labels, const LabelRepair& repair) {
    const std::string label = quotedName(labels, repair.label);
    const std::string other = quotedName(labels, repair.other);
    const std::string text = inQuotes(repair.text);
    switch (repair.kind) {
        case LabelRepair::Kind::Rename:
        case LabelRepair::Kind::Trim: return "call " + label + ' ' + text;
        case LabelRepair::Kind::Shorten: return "call " + label + ' ' + text + " and keep the full name as its description";
        case LabelRepair::Kind::Remove: return "remove " + label;
        case LabelRepair::Kind::Merge: return "merge " + other + " into " + label;
        case LabelRepair::Kind::MakeParent: return "put " + other + " below " + label;
        case LabelRepair::Kind::Add: return "add a label " + text;
        case LabelRepair::Kind::SetTemplate: return "use the template " + text;
        case LabelRepair::Kind::SetEnglishName:
            return repair.text.empty() ? "remove the English name of " + label : "give " + label + " the English name " + text;
        case LabelRepair::Kind::SetHypothesis:
            return repair.text.empty() ? "remove the own question of " + label : "ask about " + label + " with " + text;
        case LabelRepair::Kind::SetKey:
            return repair.text.empty() ? "remove the key of " + label : "give " + label + " the key " + repair.text;
    }
    return {};
}

}  // namespace labelwright::cli
