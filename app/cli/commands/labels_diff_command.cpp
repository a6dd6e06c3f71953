#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/commands/changed_answers.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/label_change_text.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/placed_labels.h"
#include "core/labels/label_list.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

struct DiffOptions {
    std::string before;
    std::string after;
    std::optional<std::string> matrix;
    std::size_t most = 20;
    bool json = false;
};

/// The project whose texts show what the difference does; null: there is none, or each side has its own.
const ProjectContents* sharedProject(const PlacedLabels& before, const PlacedLabels& after) {
    const OpenProject* project = before.project != nullptr ? before.project.get() : after.project.get();
    if (project == nullptr || (after.project != nullptr && after.project.get() != project)) return nullptr;
    const ProjectContents& contents = project->contents;
    return contents.dataset == nullptr || contents.scores.hypotheses().empty() ? nullptr : &contents;
}

Result<void> diff(const DiffOptions& options) {
    const auto before = readPlacedLabels(options.before);
    if (!before) return before.error();
    auto after = readPlacedLabels(options.after, before->project);
    if (!after) return after.error();
    const LabelSet& old = before->preset.labelSet;
    // States of one project are told apart by id; files and presets often have none, and another project has its own.
    const bool oneProject = before->project != nullptr && before->project == after->project;
    const LabelSet present = oneProject ? after->preset.labelSet : withIdsOf(after->preset.labelSet, old);
    const std::vector<LabelChange> changes = compareLabelSets(old, present);
    std::optional<ChangedAnswers> answers;
    if (const ProjectContents* project = sharedProject(*before, *after)) {
        const Selection& selection = project->selection;
        if (auto compared = compareAnswers(project->scores, {old, selection}, {present, selection}))
            answers = ChangedAnswers{*std::move(compared), &old, &present, project->dataset.get()};
    }
    if (options.matrix && !answers) {
        return Error{ErrorCode::InvalidArgument,
                     "--matrix: no texts were labeled with both; name one project at least, whose texts have scores",
                     {"matrix", *options.matrix}};
    }
    if (options.matrix) {
        const NamedFile matrix{"--matrix", *options.matrix};
        if (auto distinct = checkDistinct({{"BEFORE", options.before}, {"AFTER", options.after}, matrix}); !distinct) return distinct;
        if (auto writable = checkWritable(matrix); !writable) return writable;
        if (auto written = writeWhole(*options.matrix, matrixCsv(*answers)); !written) return written;
    }
    if (options.json) {
        Json list = Json::array();
        for (const LabelChange& change : changes) list.push_back(labelChangeJson(change));
        const Json all{{"before", options.before},
                       {"after", options.after},
                       {"changes", std::move(list)},
                       {"answers", answers ? changedAnswersJson(*answers) : Json(nullptr)}};
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return {};
    }
    for (const LabelChange& change : changes) std::cout << labelChangeText(change) << '\n';
    if (changes.empty()) std::cout << "the labels are the same\n";
    if (answers) std::cout << changedAnswersText(*answers, options.most);
    return {};
}

}  // namespace

void addLabelsDiffCommand(CLI::App& labels, int& exitCode) {
    const auto options = std::make_shared<DiffOptions>();
    CLI::App* command =
        labels.add_subcommand("diff", "Say what differs between two label sets, and what that does to the texts of a project");
    const std::string places = "a label file, a preset, a project (PROJECT.lwproj) or a version of its labels (PROJECT.lwproj@3)";
    command->add_option("BEFORE", options->before, "What to begin with: " + places)->type_name("")->required()->check(notEmpty());
    command->add_option("AFTER", options->after, "What to compare it with, named likewise")->type_name("")->required()->check(notEmpty());
    command->add_option("--matrix", options->matrix, "Write the texts by their label before and after as a table")
        ->type_name("OUT.csv")
        ->check(notEmpty());
    command->add_option("--most", options->most, "Print so many kinds of changed texts (default 20); --json prints all texts")
        ->type_name("N");
    command->add_flag("--json", options->json, "Print the changes, and the answers: counts, matrix, each text that changes");
    command->callback([options, &exitCode] {
        const auto done = diff(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
