#include <CLI/CLI.hpp>
#include <iostream>
#include <numeric>
#include <optional>

#include "app/cli/commands/console.h"
#include "app/cli/commands/evaluation/evaluate_command.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/export_format.h"
#include "app/cli/commands/interrupt.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/project/project_commands.h"
#include "core/base/move_into_place.h"
#include "core/io/result_export.h"

namespace labelwright::cli {
namespace {

enum class WhichRows { All, Decided, Undecided };

std::vector<std::uint32_t> rowsOf(const ProjectContents& contents, WhichRows which) {
    if (!contents.dataset) return {};
    std::vector<std::uint32_t> rows(contents.dataset->size());
    std::iota(rows.begin(), rows.end(), 0U);
    if (which != WhichRows::All)
        std::erase_if(rows, [&](std::uint32_t row) { return contents.reviews.decided(row) != (which == WhichRows::Decided); });
    return rows;
}

struct ExportArguments {
    std::string file;
    std::string output;
    std::string rows = "all";
    std::optional<ExportFormat> format;
    bool scores = false;
};

Result<void> exportFrom(const ExportArguments& arguments, WhichRows which) {
    if (auto distinct = checkDistinct({{"PROJECT", arguments.file}, {"--output", arguments.output}}); !distinct) return distinct;
    const auto project = readProject(arguments.file);
    if (!project) return project.error();
    const auto contents = project->load();
    if (!contents) return contents.error();
    ExportOptions options;
    const auto format = exportFormatOf(arguments.format, arguments.output);
    if (!format) return format.error();
    options.format = *format;
    options.scores = arguments.scores ? ExportedScores::Probabilities : ExportedScores::None;
    const auto written = exportRows(*contents, rowsOf(*contents, which), arguments.output, options);
    if (!written) return written.error();
    printLeftOut(*written);
    std::cout << groupedNumber(written->written) << " texts written to " << arguments.output << '\n';
    return {};
}

/// Human labels are the right ones; the predictions are what the stored scores say.
Result<void> evaluateReviews(const std::string& file, EvaluateOptions options) {
    const auto project = readProject(file);
    if (!project) return project.error();
    const auto contents = project->load();
    if (!contents) return contents.error();
    const auto rows = rowsOf(*contents, WhichRows::Decided);
    if (rows.empty()) {
        return Error{ErrorCode::InvalidArgument,
                     file + ": nobody has decided on any text, so there is nothing to compare with; review some first",
                     {"reviews"}};
    }
    const std::filesystem::path table = nameBeside(std::filesystem::temp_directory_path() / "labelwright-reviews").string() + ".jsonl";
    options.several = contents->selection.mode == SelectionMode::EveryAboveThreshold;
    options.input = table.string();
    options.gold = "human_labels";
    ExportOptions lines;
    lines.format = ExportFormat::JsonLines;
    lines.scores = ExportedScores::Probabilities;
    const auto written = exportRows(*contents, rows, options.input, lines);
    auto done = written ? evaluate(options) : Result<void>(written.error());
    std::error_code ignored;
    std::filesystem::remove(table, ignored);
    return done;
}

}  // namespace

Result<ExportedRows> exportRows(const ProjectContents& contents, std::vector<std::uint32_t> rows, const std::string& file,
                                const ExportOptions& options) {
    if (!contents.dataset) return Error{ErrorCode::InvalidArgument, "the project holds no texts yet", {"texts"}};
    const ExportTable table{contents.dataset,   std::move(rows),  contents.labels,     contents.scores,
                            contents.selection, contents.reviews, contents.formerNames};
    return exportResults(file, table, options);
}

void addProjectExportCommand(CLI::App& project, int& exitCode) {
    const auto arguments = std::make_shared<ExportArguments>();
    CLI::App* command = project.add_subcommand("export", "Write the texts of a project with predictions, human labels, marks and notes");
    command->add_option("PROJECT", arguments->file, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--output", arguments->output, "OUT.csv, .tsv, .xlsx or .jsonl; any name with --format")
        ->type_name("FILE")
        ->required()
        ->check(notEmpty());
    addExportFormat(*command, arguments->format);
    command->add_option("--rows", arguments->rows, "all, decided or undecided (default all)")
        ->type_name("WHICH")
        ->check(CLI::IsMember({"all", "decided", "undecided"}));
    command->add_flag("--scores", arguments->scores, "Probabilities of all labels too");
    command->callback([arguments, &exitCode] {
        const WhichRows which = arguments->rows == "all"       ? WhichRows::All
                                : arguments->rows == "decided" ? WhichRows::Decided
                                                               : WhichRows::Undecided;
        const auto done = exportFrom(*arguments, which);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectEvaluateCommand(CLI::App& project, int& exitCode) {
    struct Options {
        std::string file;
        EvaluateOptions evaluation;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = project.add_subcommand("evaluate", "Compare the predictions of a project with what people decided");
    command->add_option("PROJECT", options->file, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--output", options->evaluation.output, "Write the figures as JSON")->type_name("FILE.json")->check(notEmpty());
    command->add_option("--confusion", options->evaluation.confusion, "Write the confusion matrix as CSV")
        ->type_name("FILE.csv")
        ->check(notEmpty());
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = evaluateReviews(options->file, options->evaluation);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
