#include "app/cli/commands/evaluation/evaluate_options.h"

#include <CLI/CLI.hpp>

#include "app/cli/commands/option_values.h"

namespace labelwright::cli {

void addEvaluateOptions(CLI::App& command, EvaluateOptions& options) {
    const auto file = [&](const char* name, std::optional<std::string>& target, const char* what) {
        command.add_option(name, target, what)->type_name("FILE")->check(notEmpty());
    };
    command.add_option("INPUT", options.input, "CSV (with a header), TSV or JSONL with predictions, e.g. a result of `classify`")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command.add_option("--gold", options.gold, "Column of the right labels; a row whose cell is empty does not count")
        ->type_name("COLUMN")
        ->required()
        ->check(notEmpty());
    file("--gold-file", options.goldFile, "Take that column from this file, row by row with the same id");
    command.add_option("--prediction", options.prediction, "Column of the predictions (default: the first of \"label\" and \"labels\")")
        ->type_name("COLUMN")
        ->check(notEmpty());
    command.add_option("--id", options.id, "Column of the ids in every file (default: found; without one, rows are numbered)")
        ->type_name("COLUMN")
        ->check(notEmpty());
    command.add_flag("--multi", options.several,
                     "Any number of labels in a cell: a JSON array, or joined by | (default: if that column is \"labels\")");
    file("--compare-with", options.otherRun, "Another run's result: agreement, McNemar's test, rows that differ");
    command.add_option("--abstain", options.abstain, "Say what abstaining below this confidence would do")
        ->type_name("")
        ->check(betweenZeroAndOne());
    command
        .add_option("--population", options.population,
                    "The rows with gold are a random sample of so many: estimate the accuracy of all, and how many more rows would halve "
                    "its interval")
        ->type_name("ROWS");
    file("--output", options.output, "Write every figure as JSON");
    file("--confusion", options.confusion, "Write the confusion matrix as CSV: a row for each gold label, a column for each prediction");
    command.add_flag("--quiet", options.quiet, "Print nothing; --output has it all");
}

}  // namespace labelwright::cli
