#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>

#include "app/cli/commands/console.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/project/project_commands.h"
#include "app/cli/commands/text_input.h"
#include "core/domain/dataset_join.h"
#include "core/io/file_formats.h"
#include "core/labels/given_answers.h"
#include "core/project/project_backups.h"

namespace labelwright::cli {
namespace {

struct ImportArguments {
    std::string file;
    std::string input;
    std::optional<std::string> textColumn;
    std::optional<std::string> labelColumn;
    std::optional<std::string> sheet;
    std::optional<TextFormat> format;
    ImportWay way = ImportWay::Replace;
};

/// Replaces or adds to the texts, and says what became of the file's.
Result<void> saveTexts(ProjectFile& project, ImportResult& imported, ImportWay way) {
    const auto contents = project.load();
    if (!contents) return contents.error();
    if (way != ImportWay::Replace && !contents->dataset)
        return Error{ErrorCode::InvalidArgument, "the project holds no texts yet, so there is nothing to add to", {"texts"}};
    if (way == ImportWay::LabelsOnly) {
        PlacedAnswers answers = placed(std::move(imported.answers), rowsAbout(*contents->dataset, *imported.dataset));
        imported.answers = std::move(answers.answers);
        if (answers.unmatched > 0)
            std::cerr << "warning: " << groupedNumber(answers.unmatched) << " decisions are about texts that are not in the project\n";
        return {};
    }
    if (auto kept = backUp(project, BackupOccasion::Import); !kept) return kept.error();
    if (way == ImportWay::Append) {
        JoinedDataset whole = joined(*contents->dataset, *imported.dataset);
        if (whole.duplicates > 0) std::cout << groupedNumber(whole.duplicates) << " texts were there already\n";
        imported.answers = placed(std::move(imported.answers), whole.placeOf).answers;
        imported.dataset = std::move(whole.dataset);
    }
    return project.saveDataset(*imported.dataset);
}

Result<void> saveAnswers(ProjectFile& project, const ImportResult& imported, ImportWay way) {
    if (imported.answers.empty()) return {};
    const auto contents = project.load();
    if (!contents) return contents.error();
    const auto before = way == ImportWay::LabelsOnly ? DecidedBefore::GivesWay : DecidedBefore::Stays;
    TakenAnswers taken = takenAnswers(contents->labels, contents->reviews, imported.answers, before);
    ProjectEdit edit;
    edit.text = "Import decisions";
    if (taken.newLabels > 0) {
        taken.labels.version = contents->highestLabelVersion + 1;
        edit.labels = std::move(taken.labels);
    }
    edit.rows = std::move(taken.rows);
    edit.reviews = std::move(taken.reviews);
    if (edit.labels || !edit.rows.empty()) {
        if (auto recorded = project.record(edit); !recorded) return recorded.error();
    }
    std::cout << groupedNumber(taken.decided) << " decisions and " << taken.newLabels << " new labels came with the texts";
    if (taken.kept > 0) std::cout << "; " << groupedNumber(taken.kept) << " decisions made here before stay";
    std::cout << '\n';
    return {};
}

Result<void> importInto(const ImportArguments& arguments) {
    ImportOptions options = inputOptions(arguments.textColumn);
    options.labelColumn = arguments.labelColumn;
    options.sheet = arguments.sheet;
    options.format = arguments.format;
    auto imported = importTexts({std::filesystem::path(arguments.input), {}}, options);
    if (!imported) return inputError(imported.error(), arguments.input);
    printImportWarnings(*imported, Ids::Kept);
    auto project = ProjectFile::open(arguments.file);
    if (!project) return project.error();
    if (auto saved = saveTexts(*project, *imported, arguments.way); !saved) return saved;
    if (auto saved = saveAnswers(*project, *imported, arguments.way); !saved) return saved;
    const auto facts = project->facts();
    if (!facts) return facts.error();
    std::cout << groupedNumber(facts->rows) << " texts are in " << arguments.file << "; " << groupedNumber(facts->decided)
              << " of them decided, " << groupedNumber(facts->waiting) << " reviews wait for their texts\n";
    return {};
}

}  // namespace

void addProjectImportCommand(CLI::App& project, int& exitCode) {
    struct Flags {
        bool add = false;
        bool labelsOnly = false;
    };
    const auto arguments = std::make_shared<ImportArguments>();
    const auto flags = std::make_shared<Flags>();
    CLI::App* command = project.add_subcommand(
        "import", "Put the texts of a file into a project, in the place of those in it; what was said about a text stays with it");
    command->add_option("PROJECT", arguments->file, "A project file (*.lwproj); made if it is not there")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command->add_option("INPUT", arguments->input, "A table (CSV, TSV, XLSX), JSON, text file or a folder of them")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    std::vector<std::pair<std::string, std::optional<TextFormat>>> formats;
    for (const TextFormat format : importFormats()) formats.emplace_back(importFormatName(format), format);
    addChoice(*command, "--format", arguments->format, std::move(formats), "Format of the input (default: found)");
    command->add_option("--text-column", arguments->textColumn, "The column of the texts; else it is looked for")->type_name("NAME");
    command
        ->add_option("--label-column", arguments->labelColumn,
                     "The column of what people decided; else it is looked for. \"\": none, its column stays as it is")
        ->type_name("NAME");
    command->add_option("--sheet", arguments->sheet, "Sheet of a workbook (default: the first)")->type_name("NAME")->check(notEmpty());
    auto* add = command->add_flag("--add", flags->add, "Behind the texts that are there, without those that are there already");
    command->add_flag("--labels-only", flags->labelsOnly, "Take only the decisions, for texts that are there, by id or text")
        ->excludes(add);
    command->callback([arguments, flags, &exitCode] {
        if (flags->add) arguments->way = ImportWay::Append;
        if (flags->labelsOnly) arguments->way = ImportWay::LabelsOnly;
        const auto done = importInto(*arguments);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
