#include "app/cli/commands/classify_labels.h"

#include "core/base/utf8.h"
#include "core/io/text_import.h"
#include "core/labels/label_list.h"

namespace labelwright::cli {
namespace {

Error labelError(const std::string& place, const std::string& what) { return {ErrorCode::InvalidArgument, place + " " + what, {place}}; }

Error doubledLabel(const std::string& place, const std::string& name) {
    return {ErrorCode::InvalidArgument,
            place + " has the label \"" + name + "\" twice (capitals and full-width forms do not count): leave one out",
            {"label", "doubled", name}};
}

/// Lines of a file in any encoding that the import knows.
Result<std::string> readText(const std::string& file) {
    ImportOptions options;
    options.format = TextFormat::PlainText;
    options.emptyTexts = EmptyTexts::Keep;
    const auto lines = importTexts(ImportSource{std::filesystem::path(file), {}}, options);
    if (!lines) return lines.error();
    if (lines->rejectedCount > 0) {
        const RejectedRow& first = lines->rejected.front();
        const std::string line = std::to_string(first.line);
        return Error{ErrorCode::FileMalformed,
                     "the label file " + file + " cannot be read, line " + line + ": " + first.detail + "; save it as UTF-8",
                     {file, line, first.detail}};
    }
    std::string text;
    for (std::size_t line = 0; line < lines->dataset->size(); ++line) text.append((*lines->dataset)[line].text).push_back('\n');
    return text;
}

Result<LabelSet> fromFile(const std::string& file) {
    const auto text = readText(file);
    if (!text) return text.error();
    const std::string_view content = trimmed(*text);
    if (content.starts_with('{') || content.starts_with('[')) {
        auto preset = labelSetFromJson(content, file);
        if (!preset) return preset.error();
        return std::move(preset->labelSet);
    }
    LabelSet labels;
    labels.hypothesisTemplate.clear();
    std::vector<std::string> duplicates;
    labels.labels = parseLabelFile(*text, &duplicates);
    if (!duplicates.empty()) return doubledLabel("the label file " + file, duplicates.front());
    if (labels.labels.empty()) return labelError("the label file " + file, "holds no label: write one a line");
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
