#include "app/cli/commands/classify_options.h"

#include <CLI/CLI.hpp>

#include "app/cli/commands/export_format.h"
#include "app/cli/commands/option_values.h"

namespace labelwright::cli {
namespace {

void addLabelOptions(CLI::App& command, ClassifyOptions& options) {
    auto* source = command.add_option_group("labels", "What the labels are (one of)");
    source->add_option("--labels", options.labels, "Names separated by commas or semicolons")->type_name("NAMES");
    source
        ->add_option("--labels-file", options.labelsFile,
                     "One label a line (it may hold a comma), a label set as JSON, a CSV table, doccano's or Label Studio's labels")
        ->type_name("FILE")
        ->check(notEmpty());
    source->add_option("--preset", options.preset, "Name or id; see `presets`")->type_name("NAME")->check(notEmpty());
    source->require_option(1);
    command
        .add_option("--template", options.hypothesisTemplate,
                    "What the model is asked, with {} for the label, e.g. \"这是{}\" (default: that of preset or file, else the model's)")
        ->type_name("TEXT");
}

void addDecisionOptions(CLI::App& command, ClassifyOptions& options) {
    command.add_flag("--multi", options.multi, "Any number of labels for a text");
    command.add_option("--threshold", options.threshold, "With --multi: least probability of a label (default 0.5)")
        ->type_name("")
        ->check(betweenZeroAndOne());
    command.add_option("--abstain", options.abstain, "No label while the best probability is below this (default 0: never)")
        ->type_name("")
        ->check(betweenZeroAndOne());
    command.add_option("--temperature", options.temperature, "Softmax temperature instead of the model's")
        ->type_name("")
        ->check(aboveZero());
    addChoice(command, "--scores", options.scores,
              {{"none", ExportedScores::None}, {"probabilities", ExportedScores::Probabilities}, {"logits", ExportedScores::Logits}},
              "Scores of every label in the result; logits: the model's raw outputs (default none)");
}

void addComputeOptions(CLI::App& command, ClassifyOptions& options) {
    command.add_option("--model", options.model, "auto, an id of `models`, or a folder")
        ->type_name("ID|FOLDER")
        ->capture_default_str()
        ->check(notEmpty());
    addChoice(command, "--precision", options.precision,
              {{"auto", Precision::Auto},
               {"fp32", Precision::Fp32},
               {"bf16", Precision::Bf16},
               {"fp16", Precision::Fp16},
               {"int8", Precision::Int8}},
              "auto takes what is fast here and says what it took (default auto)");
    command.add_option("--device", options.device, "auto, cpu, cuda:0; see `probe`")->type_name("DEVICE")->capture_default_str();
    command.add_flag("--no-reduced-precision", options.noReducedPrecision, "Keep --precision auto at fp32 on a CPU");
    auto* noCache = command.add_flag("--no-cache", options.noCache, "Neither read nor write the score cache");
    command.add_option("--cache", options.cacheFile, "Score cache to use instead of the user's; made if it is not there")
        ->type_name("FILE")
        ->check(notEmpty())
        ->excludes(noCache);
}

}  // namespace

void addClassifyOptions(CLI::App& command, ClassifyOptions& options) {
    command.add_option("INPUT", options.input, "A table (CSV, TSV, XLSX), JSON, text file or a folder of them; what it is is found")
        ->type_name("")
        ->required();
    command.add_option("--output", options.output, "Result as .csv, .tsv, .xlsx or .jsonl, one row for each input row, in input order")
        ->type_name("FILE")
        ->required();
    addExportFormat(command, options.format);
    command.add_option("--sheet", options.sheet, "Sheet of a workbook (default: the first)")->type_name("NAME")->check(notEmpty());
    addLabelOptions(command, options);
    command.add_option("--text-column", options.textColumn, "Column that holds the text (default: found; \"text\" if there is one)")
        ->type_name("NAME")
        ->check(notEmpty());
    addDecisionOptions(command, options);
    addComputeOptions(command, options);
    command.add_option("--summary", options.summaryFile, "Write counts and times of the run as JSON")->type_name("FILE")->check(notEmpty());
    command.add_flag("--print-table", options.printTable, "Also print the labeled texts and the label counts");
    command.add_flag("--quiet", options.quiet, "No progress on standard error");
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
