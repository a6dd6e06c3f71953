#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/label_input.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"

namespace labelwright::cli {
namespace {

struct ConvertOptions {
    std::string input;
    std::string output;
    std::optional<LabelFileFormat> format;
    bool multi = false;
};

const char* fieldName(LabelField field) {
    switch (field) {
        case LabelField::Id: return "ids";
        case LabelField::Name: return "some names as they are";
        case LabelField::EnglishName: return "English names";
        case LabelField::Description: return "descriptions";
        case LabelField::Hypothesis: return "own questions";
        case LabelField::Template: return "the template";
        case LabelField::Colour: return "colours";
        case LabelField::Key: return "some keys";
        case LabelField::Parent: return "parents";
        case LabelField::Merged: return "merged labels";
        case LabelField::SetName: return "the name of the set";
        case LabelField::KeptApart: return "pairs kept apart";
    }
    return "";
}

void printLost(const LabelSet& labels, LabelFileFormat format) {
    std::string fields;
    for (const LabelField field : fieldsLost(labels, format)) {
        if (field != LabelField::Id) fields += (fields.empty() ? "" : ", ") + std::string(fieldName(field));
    }
    if (!fields.empty()) std::cerr << "note: " << labelFileFormatName(format) << " has no place for " << fields << '\n';
}

Result<void> convert(const ConvertOptions& options) {
    const auto format = options.format ? options.format : labelFileFormatOf(options.output);
    if (!format) {
        return Error{ErrorCode::InvalidArgument,
                     "OUT: the name \"" + options.output + "\" must end in .json, .csv, .xml or .txt, which says the format; or give --to",
                     {"output", options.output}};
    }
    const NamedFile output{"OUT", options.output};
    if (auto distinct = checkDistinct({{"IN", options.input}, output}); !distinct) return distinct;
    if (auto writable = checkWritable(output); !writable) return writable;
    const auto input = readLabels(options.input);
    if (!input) return input.error();
    const LabelSet& labels = input->preset.labelSet;
    const SelectionMode mode = options.multi ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    if (auto written = writeWhole(options.output, writeLabelFile(labels, *format, {input->preset.description, mode})); !written)
        return written;
    std::cerr << labels.labels.size() << " labels, " << labelFileFormatName(input->format) << " to " << labelFileFormatName(*format) << ": "
              << options.output << '\n';
    printLost(labels, *format);
    return {};
}

}  // namespace

void addLabelsConvertCommand(CLI::App& labels, int& exitCode) {
    const auto options = std::make_shared<ConvertOptions>();
    CLI::App* command = labels.add_subcommand("convert", "Write labels as another kind of file");
    command->add_option("IN", options->input, "JSON, CSV, doccano, Label Studio, or one label a line; found by content")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command->add_option("OUT", options->output, "OUT.json, OUT.csv, OUT.xml (Label Studio) or OUT.txt")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    std::vector<std::pair<std::string, std::optional<LabelFileFormat>>> formats;
    for (const LabelFileFormat format : labelFileFormats) formats.emplace_back(labelFileFormatName(format), format);
    addChoice(*command, "--to", options->format, std::move(formats), "Format of OUT (default: by its ending; doccano's ends in .json too)");
    command->add_flag("--multi", options->multi, "Label Studio: several choices a text");
    command->callback([options, &exitCode] {
        const auto done = convert(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
