#include "core/labels/lint/label_repair.h"

#include <algorithm>
#include <utility>

#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

Error noLabel(const LabelId& id) {
    return {ErrorCode::InvalidArgument, "there is no label with the id " + id + "; look at the labels again", {"label", "unknown", id}};
}

/// Whether a parent of this id means the label: its own, or one that was merged into it.
bool isMeantBy(const Label& label, const LabelId& id) {
    return label.id == id ||
           std::any_of(label.merged.begin(), label.merged.end(), [&id](const Label& inner) { return isMeantBy(inner, id); });
}

/// What lies below the label moves up.
void takeOut(LabelSet& labels, std::vector<Label>::iterator place) {
    const Label gone = std::move(*place);
    labels.labels.erase(place);
    for (Label& label : labels.labels)
        if (!label.parent.empty() && isMeantBy(gone, label.parent)) label.parent = gone.parent;
    labels = withoutStrayPairs(std::move(labels));
}

Result<LabelSet> withChange(LabelSet labels, const LabelRepair& repair) {
    const auto label = std::find_if(labels.labels.begin(), labels.labels.end(), [&](const Label& each) { return each.id == repair.label; });
    if (label == labels.labels.end()) return noLabel(repair.label);
    switch (repair.kind) {
        case LabelRepair::Kind::Shorten:
            if (label->description.empty()) label->description = label->name;
            label->name = repair.text;
            break;
        case LabelRepair::Kind::Rename:
        case LabelRepair::Kind::Trim: label->name = repair.text; break;
        case LabelRepair::Kind::Remove: takeOut(labels, label); break;
        case LabelRepair::Kind::SetEnglishName: label->englishName = repair.text; break;
        case LabelRepair::Kind::SetHypothesis: label->hypothesis = repair.text; break;
        case LabelRepair::Kind::SetKey: label->key = repair.text; break;
        case LabelRepair::Kind::Merge:
        case LabelRepair::Kind::MakeParent:
        case LabelRepair::Kind::Add:
        case LabelRepair::Kind::SetTemplate: break;  // applyRepair() does them
    }
    return labels;
}

LabelSet withAdded(LabelSet labels, const std::string& name) {
    const std::uint32_t colour = labelColour(labels.labels.size());
    labels.labels.push_back(std::move(makeLabels({name}).front()));
    labels.labels.back().colour = colour;
    return labels;
}

}  // namespace

const char* labelRepairName(LabelRepair::Kind kind) noexcept {
    switch (kind) {
        case LabelRepair::Kind::Rename: return "Rename";
        case LabelRepair::Kind::Trim: return "Trim";
        case LabelRepair::Kind::Shorten: return "Shorten";
        case LabelRepair::Kind::Remove: return "Remove";
        case LabelRepair::Kind::Merge: return "Merge";
        case LabelRepair::Kind::MakeParent: return "MakeParent";
        case LabelRepair::Kind::Add: return "Add";
        case LabelRepair::Kind::SetTemplate: return "SetTemplate";
        case LabelRepair::Kind::SetEnglishName: return "SetEnglishName";
        case LabelRepair::Kind::SetHypothesis: return "SetHypothesis";
        case LabelRepair::Kind::SetKey: return "SetKey";
    }
    return "";
}

Result<LabelSet> applyRepair(const LabelSet& labels, const LabelRepair& repair) {
    switch (repair.kind) {
        case LabelRepair::Kind::Merge: return mergeLabels(labels, repair.other, repair.label);
        case LabelRepair::Kind::MakeParent: return withParent(labels, repair.other, repair.label);
        case LabelRepair::Kind::Add: return withAdded(labels, repair.text);
        case LabelRepair::Kind::SetTemplate: {
            if (auto valid = checkTemplate(repair.text); !valid) return valid.error();
            LabelSet result = labels;
            result.hypothesisTemplate = repair.text;
            return result;
        }
        default: return withChange(labels, repair);
    }
}

}  // namespace labelwright
