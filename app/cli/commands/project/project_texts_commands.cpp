#include <CLI/CLI.hpp>
#include <iostream>
#include <numeric>
#include <optional>

#include "app/cli/commands/console.h"
#include "app/cli/commands/evaluation/evaluate_command.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/interrupt.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/project/project_commands.h"
#include "app/cli/commands/text_input.h"
#include "core/base/move_into_place.h"
#include "core/io/result_export.h"
#include "core/project/project_backups.h"

namespace labelwright::cli {
namespace {

Result<void> importInto(const std::string& file, const std::string& input, const std::optional<std::string>& textColumn) {
    auto imported = importTexts({std::filesystem::path(input), {}}, inputOptions(textColumn));
    if (!imported) return inputError(imported.error(), input, textColumn);
    printImportWarnings(*imported, Ids::Kept);
    auto project = ProjectFile::open(file);
    if (!project) return project.error();
    if (auto kept = backUp(*project, BackupOccasion::Import); !kept) return kept.error();
    if (auto saved = project->saveDataset(*imported->dataset); !saved) return saved;
    const auto facts = project->facts();
    if (!facts) return facts.error();
    std::cout << groupedNumber(facts->rows) << " texts are in " << file << "; " << groupedNumber(facts->decided) << " of them decided, "
              << groupedNumber(facts->waiting) << " reviews wait for their texts\n";
    return {};
}

enum class ExportedRows { All, Decided, Undecided };

std::vector<std::uint32_t> rowsOf(const ProjectContents& contents, ExportedRows which) {
    if (!contents.dataset) return {};
    std::vector<std::uint32_t> rows(contents.dataset->size());
    std::iota(rows.begin(), rows.end(), 0U);
    if (which != ExportedRows::All)
        std::erase_if(rows, [&](std::uint32_t row) { return contents.reviews.decided(row) != (which == ExportedRows::Decided); });
    return rows;
}

Result<void> exportFrom(const std::string& file, const std::string& output, ExportedRows which, bool scores) {
    if (auto distinct = checkDistinct({{"PROJECT", file}, {"--output", output}}); !distinct) return distinct;
    const auto project = readProject(file);
    if (!project) return project.error();
    const auto contents = project->load();
    if (!contents) return contents.error();
    const auto rows = rowsOf(*contents, which);
    if (auto written = exportRows(*contents, rows, output, scores); !written) return written;
    std::cout << groupedNumber(rows.size()) << " texts written to " << output << '\n';
    return {};
}

/// Human labels are the right ones; the predictions are what the stored scores say.
Result<void> evaluateReviews(const std::string& file, EvaluateOptions options) {
    const auto project = readProject(file);
    if (!project) return project.error();
    const auto contents = project->load();
    if (!contents) return contents.error();
    const auto rows = rowsOf(*contents, ExportedRows::Decided);
    if (rows.empty()) {
        return Error{ErrorCode::InvalidArgument,
                     file + ": nobody has decided on any text, so there is nothing to compare with; review some first",
                     {"reviews"}};
    }
    const std::filesystem::path table = nameBeside(std::filesystem::temp_directory_path() / "labelwright-reviews").string() + ".jsonl";
    options.several = contents->selection.mode == SelectionMode::EveryAboveThreshold;
    options.input = table.string();
    options.gold = "human_labels";
    auto done = exportRows(*contents, rows, options.input, true);
    if (done) done = evaluate(options);
    std::error_code ignored;
    std::filesystem::remove(table, ignored);
    return done;
}

}  // namespace

Result<void> exportRows(const ProjectContents& contents, std::vector<std::uint32_t> rows, const std::string& file, bool scores) {
    const bool csv = file.ends_with(".csv");
    if (!csv && !file.ends_with(".jsonl")) {
        return Error{ErrorCode::InvalidArgument,
                     "--output: the name \"" + file + "\" must end in .csv or .jsonl, which says the format",
                     {"output", file}};
    }
    if (!contents.dataset) return Error{ErrorCode::InvalidArgument, "the project holds no texts yet", {"texts"}};
    ExportOptions options;
    options.format = csv ? ExportFormat::Csv : ExportFormat::JsonLines;
    options.scores = scores ? ExportedScores::Probabilities : ExportedScores::None;
    const ExportTable table{contents.dataset,   std::move(rows),  contents.labels,     contents.scores,
                            contents.selection, contents.reviews, contents.formerNames};
    return exportResults(file, table, options);
}

void addProjectImportCommand(CLI::App& project, int& exitCode) {
    struct Options {
        std::string file;
        std::string input;
        std::optional<std::string> textColumn;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = project.add_subcommand(
        "import", "Put the texts of a file into a project, in the place of those in it; what was said about a text stays with it");
    command->add_option("PROJECT", options->file, "A project file (*.lwproj); made if it is not there")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command->add_option("INPUT", options->input, "A table of texts: CSV, TSV, JSON Lines, plain text")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command->add_option("--text-column", options->textColumn, "The column of the texts; else it is looked for")->type_name("NAME");
    command->callback([options, &exitCode] {
        const auto done = importInto(options->file, options->input, options->textColumn);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectExportCommand(CLI::App& project, int& exitCode) {
    struct Options {
        std::string file;
        std::string output;
        std::string rows = "all";
        bool scores = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = project.add_subcommand("export", "Write the texts of a project with predictions, human labels, marks and notes");
    command->add_option("PROJECT", options->file, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--output", options->output, "OUT.csv or OUT.jsonl")->type_name("FILE")->required()->check(notEmpty());
    command->add_option("--rows", options->rows, "all, decided or undecided (default all)")
        ->type_name("WHICH")
        ->check(CLI::IsMember({"all", "decided", "undecided"}));
    command->add_flag("--scores", options->scores, "Probabilities of all labels too");
    command->callback([options, &exitCode] {
        const ExportedRows which = options->rows == "all"       ? ExportedRows::All
                                   : options->rows == "decided" ? ExportedRows::Decided
                                                                : ExportedRows::Undecided;
        const auto done = exportFrom(options->file, options->output, which, options->scores);
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
