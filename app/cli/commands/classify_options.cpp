#include "app/cli/commands/classify_options.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "core/base/utf8.h"
#include "core/labels/label_list.h"

namespace labelwright::cli {
namespace {

Result<std::string> readText(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return Error{ErrorCode::FileUnreadable, "cannot read the label file " + file, {file, "cannot open"}};
    std::ostringstream text;
    text << stream.rdbuf();
    std::string bytes = text.str();
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);
    if (!isValidUtf8(bytes)) return Error{ErrorCode::FileMalformed, "the label file " + file + " is not UTF-8", {file, "", "not UTF-8"}};
    return bytes;
}

Result<LabelSet> fromFile(const std::string& file) {
    auto text = readText(file);
    if (!text) return text.error();
    const std::string_view content = trimmed(*text);
    if (content.starts_with('{') || content.starts_with('[')) {
        auto preset = labelSetFromJson(content, file);
        if (!preset) return preset.error();
        return std::move(preset->labelSet);
    }
    LabelSet labels;
    labels.hypothesisTemplate.clear();
    labels.labels = parseLabelFile(*text);
    return labels;
}

LabelSet fromList(const std::string& list) {
    const ParsedLabels parsed = parseLabels(list);
    for (const std::string& name : parsed.duplicates) std::cerr << "note: the label \"" << name << "\" stands twice and is used once\n";
    LabelSet labels;
    labels.hypothesisTemplate.clear();
    labels.labels = makeLabels(parsed.names);
    return labels;
}

}  // namespace

Result<LabelSet> labelSetOf(const ClassifyOptions& options, const PresetStore& presets, const std::string& recommendedTemplate) {
    LabelSet labels;
    if (!options.preset.empty()) {
        auto preset = presets.find(options.preset);
        if (!preset) return preset.error();
        labels = std::move(preset->labelSet);
    } else if (!options.labelsFile.empty()) {
        auto read = fromFile(options.labelsFile);
        if (!read) return read.error();
        labels = *std::move(read);
    } else {
        labels = fromList(options.labels);
    }
    if (!options.hypothesisTemplate.empty()) labels.hypothesisTemplate = options.hypothesisTemplate;
    if (labels.hypothesisTemplate.empty()) labels.hypothesisTemplate = recommendedTemplate;
    if (auto valid = checkLabelSet(labels); !valid) return valid.error();
    return labels;
}

Selection selectionOf(const ClassifyOptions& options) {
    Selection selection;
    selection.mode = options.multi ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    if (options.threshold) selection.threshold = *options.threshold;
    if (options.abstain) selection.abstain = *options.abstain;
    selection.temperature = options.temperature;
    return selection;
}

}  // namespace labelwright::cli
