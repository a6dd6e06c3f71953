#include "app/cli/commands/classify_labels.h"

#include "app/cli/commands/label_input.h"
#include "core/labels/label_list.h"

namespace labelwright::cli {
namespace {

Error labelError(const std::string& place, const std::string& what) { return {ErrorCode::InvalidArgument, place + " " + what, {place}}; }

Error doubledLabel(const std::string& place, const std::string& name) {
    return {ErrorCode::InvalidArgument,
            place + " has the label \"" + name + "\" twice (capitals and full-width forms do not count): leave one out",
            {"label", "doubled", name}};
}

Result<LabelSet> fromFile(const std::string& file) {
    auto input = readLabels(file);
    if (!input) return input.error();
    LabelSet labels = std::move(input->preset.labelSet);
    if (!input->statesTemplate) labels.hypothesisTemplate.clear();
    return labels;
}

Result<LabelSet> fromList(const std::string& list) {
    const ParsedLabels parsed = parseLabels(list);
    if (!parsed.duplicates.empty()) return doubledLabel("--labels", parsed.duplicates.front());
    if (parsed.names.empty()) return labelError("--labels", "names no label: give names separated by commas");
    LabelSet labels;
    labels.hypothesisTemplate.clear();
    labels.labels = makeLabels(parsed.names);
    return labels;
}

Result<LabelSet> fromSource(const ClassifyOptions& options, const PresetStore& presets) {
    if (options.labelsFile) return fromFile(*options.labelsFile);
    if (options.labels) return fromList(*options.labels);
    auto preset = presets.find(options.preset.value_or(""));
    if (!preset) return preset.error();
    return std::move(preset->labelSet);
}

}  // namespace

Result<LabelSet> labelSetOf(const ClassifyOptions& options, const PresetStore& presets, const std::string& recommendedTemplate) {
    auto labels = fromSource(options, presets);
    if (!labels) return labels;
    if (options.hypothesisTemplate) {
        labels->hypothesisTemplate = *options.hypothesisTemplate;
        if (auto valid = checkTemplate(labels->hypothesisTemplate); !valid) {
            Error error = valid.error();
            error.detail.insert(0, "--template: ");
            return error;
        }
    } else if (labels->hypothesisTemplate.empty()) {
        labels->hypothesisTemplate = recommendedTemplate;
    }
    if (auto valid = checkLabelSet(*labels); !valid) return valid.error();
    return labels;
}

}  // namespace labelwright::cli
