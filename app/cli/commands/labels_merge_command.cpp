#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/placed_labels.h"
#include "core/labels/answer_comparison.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;
using LabelPointers = std::vector<const Label*>;

struct MergeOptions {
    std::string place;
    std::vector<std::string> names;
    std::string into;
    std::optional<std::string> output;
    bool json = false;
};

/// What came of it.
struct Edited {
    std::string text;  ///< what was done: of the history
    LabelSet labels;
};

std::string listed(const LabelPointers& labels) {
    std::string names;
    for (const Label* label : labels) names += (names.empty() ? "" : ", ") + label->name;
    return names;
}

LabelPointers topLevel(const LabelSet& labels) {
    LabelPointers found;
    for (const Label& label : labels.labels) found.push_back(&label);
    return found;
}

void collectMerged(const std::vector<Label>& labels, LabelPointers& found) {
    for (const Label& label : labels) {
        for (const Label& merged : label.merged) found.push_back(&merged);
        collectMerged(label.merged, found);
    }
}

LabelPointers mergedLabels(const LabelSet& labels) {
    LabelPointers found;
    collectMerged(labels.labels, found);
    return found;
}

/// The one of these with this id or name.
Result<const Label*> oneOf(const LabelPointers& labels, const std::string& name, const std::string& kind) {
    const Label* found = nullptr;
    for (const Label* label : labels) {
        if (label->id == name) return label;
        if (!sameName(label->name, name)) continue;
        if (found != nullptr)
            return Error{ErrorCode::InvalidArgument,
                         "two " + kind + "s are called \"" + name + "\"; name one by its id, " + found->id + " or " + label->id,
                         {"label", name}};
        found = label;
    }
    if (found != nullptr) return found;
    const std::string known = labels.empty() ? "there is none at all" : "there are: " + listed(labels);
    return Error{ErrorCode::InvalidArgument, "there is no " + kind + " \"" + name + "\"; " + known, {"label", name}};
}

/// Those that --labels names. A name with a comma in it is given alone.
Result<LabelPointers> chosen(const LabelPointers& labels, const std::vector<std::string>& names, const std::string& kind) {
    LabelPointers all;
    for (const std::string& text : names) {
        if (const auto whole = oneOf(labels, text, kind)) {
            all.push_back(*whole);
            continue;
        }
        for (const std::string& name : parseLabels(text).names) {
            const auto found = oneOf(labels, name, kind);
            if (!found) return found.error();
            all.push_back(*found);
        }
    }
    return all;
}

Result<Edited> merged(const LabelSet& labels, const MergeOptions& options) {
    const auto into = oneOf(topLevel(labels), options.into, "label");
    if (!into) return into.error();
    const auto sources = chosen(topLevel(labels), options.names, "label");
    if (!sources) return sources.error();
    Edited edited{"Merge " + listed(*sources) + " into " + (*into)->name, labels};
    for (const Label* source : *sources) {
        auto next = mergeLabels(std::move(edited.labels), source->id, (*into)->id);
        if (!next) return next.error();
        edited.labels = *std::move(next);
    }
    return edited;
}

Result<Edited> unmerged(const LabelSet& labels, const MergeOptions& options) {
    const auto sources = chosen(mergedLabels(labels), options.names, "merged label");
    if (!sources) return sources.error();
    Edited edited{"Take out " + listed(*sources), labels};
    for (const Label* source : *sources) {
        auto next = unmergeLabel(std::move(edited.labels), source->id);
        if (!next) return next.error();
        edited.labels = *std::move(next);
    }
    // Merged labels may be called as others are, labels may not.
    if (auto valid = checkLabelSet(edited.labels); !valid) return valid.error();
    return edited;
}

Json jsonOf(const PlacedLabels& placed, const LabelSet& labels, const std::optional<AnswerComparison>& answers,
            const std::optional<std::string>& output) {
    Json list = Json::array();
    for (const Label& label : labels.labels) {
        Json inside = Json::array();
        LabelPointers all;
        for (const Label& each : label.merged) all.push_back(&each);
        collectMerged(label.merged, all);
        for (const Label* each : all) inside.push_back(each->name);
        list.push_back({{"id", label.id}, {"name", label.name}, {"merged", std::move(inside)}});
    }
    const bool inProject = placed.project != nullptr && !output;
    Json texts = nullptr;
    if (answers) texts = {{"compared", answers->compared}, {"incomplete", answers->incomplete}, {"changed", answers->changed.size()}};
    return {{"place", output.value_or(placed.place)},
            {"version", inProject ? Json(placed.project->contents.labels.version) : Json(nullptr)},
            {"labels", std::move(list)},
            {"texts", std::move(texts)}};
}

void print(const PlacedLabels& placed, const Edited& edited, const std::optional<AnswerComparison>& answers,
           const std::optional<std::string>& output) {
    std::cerr << edited.text << ": " << edited.labels.labels.size() << " labels now, " << output.value_or(placed.place);
    if (placed.project != nullptr && !output) std::cerr << ", version " << placed.project->contents.labels.version;
    std::cerr << '\n';
    if (answers && answers->compared > 0)
        std::cerr << answers->changed.size() << " of " << answers->compared << " texts get another label, without the model\n";
}

using Edit = std::function<Result<Edited>(const LabelSet&, const MergeOptions&)>;

Result<void> change(const MergeOptions& options, const Edit& edit) {
    auto placed = readPlacedLabels(options.place);
    if (!placed) return placed.error();
    const LabelSet before = placed->preset.labelSet;
    const auto edited = edit(before, options);
    if (!edited) return edited.error();
    std::optional<AnswerComparison> answers;
    if (placed->project != nullptr) {
        const ProjectContents& contents = placed->project->contents;
        answers = compareAnswers(contents.scores, {before, contents.selection}, {edited->labels, contents.selection});
    }
    if (auto saved = savePlacedLabels(*placed, edited->labels, edited->text, options.output); !saved) return saved;
    if (options.json)
        std::cout << jsonOf(*placed, edited->labels, answers, options.output).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else print(*placed, *edited, answers, options.output);
    return {};
}

std::shared_ptr<MergeOptions> addOptions(CLI::App& command, const char* whatLabels) {
    const auto options = std::make_shared<MergeOptions>();
    command.add_option("PLACE", options->place, "A label file, a project (PROJECT.lwproj), or the name of one of your presets")
        ->type_name("")
        ->required()
        ->check(notEmpty());
    command.add_option("--labels", options->names, whatLabels)->type_name("A,B")->required()->allow_extra_args(false)->check(notEmpty());
    command
        .add_option("--output", options->output,
                    "Write the labels to this file, and leave PLACE as it is (default: PLACE itself; in a project "
                    "an edit that the window can undo)")
        ->type_name("OUT")
        ->check(notEmpty());
    command.add_flag("--json", options->json, "Print place, version, labels with what is merged into each, texts that change");
    return options;
}

}  // namespace

void addLabelsMergeCommand(CLI::App& labels, int& exitCode) {
    CLI::App* command = labels.add_subcommand("merge", "Merge labels into another one: its answers hold theirs, and no model runs");
    const auto options = addOptions(*command, "Names or ids of the labels that go into it, separated by commas; may be repeated");
    command->add_option("--into", options->into, "The label that they go into, by name or id")
        ->type_name("NAME")
        ->required()
        ->check(notEmpty());
    command->callback([options, &exitCode] {
        const auto done = change(*options, merged);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addLabelsUnmergeCommand(CLI::App& labels, int& exitCode) {
    CLI::App* command = labels.add_subcommand("unmerge", "Take merged labels out again, as they were");
    const auto options = addOptions(*command, "Names or ids of the merged labels, separated by commas; may be repeated");
    command->callback([options, &exitCode] {
        const auto done = change(*options, unmerged);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
