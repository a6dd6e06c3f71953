#include "ui/labels/label_edits.h"

#include <algorithm>
#include <array>

#include "core/labels/kept_apart.h"
#include "core/labels/label_list.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t paletteSize = 8;

std::vector<Label> labelsIn(const QString& typed, std::vector<std::string>& duplicates) {
    const std::string text = typed.trimmed().toStdString();
    if (text.find('\n') != std::string::npos || text.find('\r') != std::string::npos) return parseLabelFile(text, &duplicates);
    ParsedLabels parsed = parseLabels(text);
    duplicates = std::move(parsed.duplicates);
    return makeLabels(parsed.names);
}

const Label* namedLike(const std::vector<Label>& labels, const std::string& name) {
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return sameName(label.name, name); });
    return found == labels.end() ? nullptr : &*found;
}

/// `label` is of `labels`; those below it follow.
void giveId(LabelSet& labels, Label& label, const LabelId& id) {
    for (Label& child : labels.labels)
        if (child.parent == label.id) child.parent = id;
    label.id = id;
}

}  // namespace

std::uint32_t freeColour(const LabelSet& labels) {
    std::array<std::size_t, paletteSize> uses{};
    for (const Label& label : labels.labels)
        for (std::size_t i = 0; i < paletteSize; ++i) uses[i] += label.colour == labelColour(i) ? 1 : 0;
    return labelColour(static_cast<std::size_t>(std::min_element(uses.begin(), uses.end()) - uses.begin()));
}

LabelsAdded withAdded(const LabelSet& labels, const QString& typed) {
    LabelsAdded result;
    result.labels = labels;
    for (Label& label : labelsIn(typed, result.duplicates)) {
        if (namedLike(result.labels.labels, label.name) != nullptr) {
            result.duplicates.push_back(label.name);
            continue;
        }
        label.colour = freeColour(result.labels);
        label.key.clear();  // by position, so that the keys stay in order when labels move
        result.labels.labels.push_back(std::move(label));
        ++result.count;
    }
    return result;
}

std::size_t indexOf(const LabelSet& labels, const LabelId& id) {
    const auto found = std::find_if(labels.labels.begin(), labels.labels.end(), [&](const Label& label) { return label.id == id; });
    return found == labels.labels.end() ? std::string::npos : static_cast<std::size_t>(found - labels.labels.begin());
}

NameCheck checkName(const LabelSet& labels, const LabelId& id, const QString& name) {
    const std::string trimmed = name.trimmed().toStdString();
    if (trimmed.empty()) return NameCheck::Empty;
    for (const Label& label : labels.labels)
        if (label.id != id && sameName(label.name, trimmed)) return NameCheck::Taken;
    return NameCheck::Good;
}

LabelSet withReplaced(const LabelSet& labels, const Label& label) {
    LabelSet result = labels;
    if (const std::size_t index = indexOf(labels, label.id); index != std::string::npos) result.labels[index] = label;
    return result;
}

LabelSet without(const LabelSet& labels, const LabelId& id) {
    LabelSet result = labels;
    std::erase_if(result.labels, [&](const Label& label) { return label.id == id; });
    for (Label& label : result.labels)
        if (label.parent == id) label.parent.clear();
    return withoutStrayPairs(std::move(result));
}

LabelSet withMoved(const LabelSet& labels, std::size_t from, std::size_t to) {
    LabelSet result = labels;
    if (from >= result.labels.size() || to >= result.labels.size()) return result;
    const auto at = [&](std::size_t index) { return result.labels.begin() + static_cast<std::ptrdiff_t>(index); };
    if (from < to) std::rotate(at(from), at(from + 1), at(to + 1));
    else std::rotate(at(to), at(from), at(from + 1));
    return result;
}

LabelSet withPreset(const LabelSet& labels, const LabelPreset& preset) {
    LabelSet result = withNewIds(preset.labelSet);
    result.id = labels.id;
    result.version = labels.version;
    for (Label& label : result.labels) {
        const Label* present = namedLike(labels.labels, label.name);
        if (present == nullptr) continue;
        for (Label& child : result.labels)
            if (child.parent == label.id) child.parent = present->id;
        for (LabelPair& pair : result.keptApart)
            for (LabelId* id : {&pair.left, &pair.right})
                if (*id == label.id) *id = present->id;
        label.id = present->id;
    }
    return result;
}

LabelSet withFile(const LabelSet& labels, const LabelSet& file, FileTemplate fileTemplate) {
    LabelSet result = file;
    result.id = labels.id;
    result.version = labels.version;
    if (fileTemplate == FileTemplate::NotStated) result.hypothesisTemplate = labels.hypothesisTemplate;
    if (result.name.empty()) result.name = labels.name;
    for (Label& label : result.labels) {
        if (indexOf(labels, label.id) != std::string::npos) continue;
        const Label* present = namedLike(labels.labels, label.name);
        if (present != nullptr && indexOf(file, present->id) == std::string::npos) giveId(result, label, present->id);
    }
    return result;
}

LabelsAdded withFileAdded(const LabelSet& labels, const LabelSet& file) {
    LabelsAdded result;
    result.labels = labels;
    LabelSet added = file;
    for (Label& label : added.labels) {
        const Label* present = findLabel(labels, label.id);
        if (present == nullptr) present = namedLike(labels.labels, label.name);
        if (present == nullptr) continue;
        result.duplicates.push_back(label.name);
        giveId(added, label, present->id);
    }
    for (Label& label : added.labels) {
        if (indexOf(labels, label.id) != std::string::npos) continue;
        label.key.clear();  // it may be another label's, or that of a place further down
        result.labels.labels.push_back(std::move(label));
        ++result.count;
    }
    return result;
}

}  // namespace labelwright::ui
