#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/interrupt.h"
#include "app/cli/commands/label_input.h"
#include "app/cli/commands/label_recommendation.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/suggestion_text.h"
#include "app/shared/composition.h"
#include "core/labels/label_list.h"
#include "core/labels/suggestions/never_together.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

struct SuggestOptions {
    std::optional<std::string> file;
    std::optional<std::string> names;
    std::optional<std::string> preset;
    std::optional<std::string> project;
    std::optional<std::string> model;
    std::string device = "auto";
    std::size_t most = 20;
    bool fromHistory = false;
    bool json = false;
    float from = suggestedFrom;
};

void printRecommendation(const std::vector<UsedLabel>& used, const std::vector<MergeSuggestion>& suggestions,
                         const SuggestOptions& options) {
    const std::vector<RecommendedLabel> recommended = recommendedLabels(used, suggestions);
    if (options.json) std::cout << recommendationJson(recommended).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else std::cout << recommendationText(recommended, options.most);
}

Result<ProjectContents> contentsOf(const std::vector<UsedLabel>& used) {
    ProjectContents contents;
    contents.labels = usedLabelSet(used);
    return contents;
}

/// The labels, and where they come from a project also its predictions and texts.
Result<ProjectContents> contentsOf(const SuggestOptions& options, const Places& places, Engine& engine) {
    ProjectContents contents;
    if (options.names) {
        contents.labels.labels = makeLabels(parseLabels(*options.names).names);
        return contents;
    }
    if (options.file) {
        auto input = readLabels(*options.file);
        if (!input) return input.error();
        contents.labels = std::move(input->preset.labelSet);
        return contents;
    }
    if (options.preset) {
        auto preset = makePresetStore(places).find(*options.preset);
        if (!preset) return preset.error();
        contents.labels = std::move(preset->labelSet);
        return contents;
    }
    std::error_code failed;
    if (!std::filesystem::is_regular_file(*options.project, failed))
        return Error{ErrorCode::FileUnreadable, "there is no project " + *options.project, {*options.project, "missing"}};
    ProgressLine progress(true);
    auto opened = waitFor<ProjectOpened>(engine, engine.openProject(*options.project), progress);
    if (!opened) return opened.error();
    return std::move(opened->contents);
}

Json namesOf(const LabelSet& labels, const std::vector<LabelId>& ids) {
    Json names = Json::array();
    for (const LabelId& id : ids) names.push_back(findLabel(labels, id)->name);
    return names;
}

Json meaningJson(const Affinity& meaning) {
    return {{"same", meaning.same},
            {"opposite", meaning.opposite},
            {"unrelated", meaning.unrelated},
            {"cosine", meaning.cosine},
            {"deviations", meaning.standardised},
            {"opposition", oppositionName(meaning.opposition.kind)},
            {"clash", {meaning.opposition.left, meaning.opposition.right}}};
}

Json textsJson(const Dataset* texts, const std::vector<std::uint32_t>& rows) {
    Json list = Json::array();
    for (const std::uint32_t row : rows)
        if (texts != nullptr && row < texts->size()) list.push_back((*texts)[row].text);
    return list;
}

Json behaviourJson(const SharedBehaviour& behaviour, const Dataset* texts) {
    if (behaviour.texts == 0) return nullptr;
    return {{"texts", behaviour.texts},
            {"correlation", behaviour.correlation},
            {"leftWins", behaviour.leftWins},
            {"rightWins", behaviour.rightWins},
            {"closeSeconds", behaviour.closeSeconds},
            {"margin", behaviour.margin},
            {"contested", textsJson(texts, behaviour.contested)},
            {"leftOnly", textsJson(texts, behaviour.leftOnly)},
            {"rightOnly", textsJson(texts, behaviour.rightOnly)}};
}

Json jsonOf(const ProjectContents& contents, const MergeSuggestions& found) {
    const LabelSet& labels = contents.labels;
    Json suggestions = Json::array();
    for (const MergeSuggestion& each : found.suggestions) {
        suggestions.push_back({{"act", suggestedActName(each.act)},
                               {"labels", namesOf(labels, each.labels)},
                               {"score", each.score},
                               {"about", namesOf(labels, {each.left, each.right})},
                               {"meaning", meaningJson(each.meaning)},
                               {"behaviour", behaviourJson(each.behaviour, contents.dataset.get())}});
    }
    Json withheld = Json::array();
    for (const WithheldPair& pair : found.withheld)
        withheld.push_back({{"labels", namesOf(labels, {pair.left, pair.right})}, {"meaning", meaningJson(pair.meaning)}});
    return {{"model", found.modelId},
            {"forwards", found.forwards},
            {"suggestions", std::move(suggestions)},
            {"withheld", std::move(withheld)},
            {"keptApart", found.keptApart}};
}

void print(const LabelSet& labels, const MergeSuggestions& found, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, found.suggestions.size()); ++i)
        std::cout << suggestionText(labels, found.suggestions[i]) << '\n';
    if (found.suggestions.size() > most) std::cout << found.suggestions.size() - most << " more; see --most\n";
    if (found.suggestions.empty()) std::cout << labels.labels.size() << " labels, no two of them mean the same\n";
    if (!found.withheld.empty()) std::cout << "not suggested:\n";
    for (const WithheldPair& pair : found.withheld) std::cout << "     " << withheldText(labels, pair) << '\n';
    if (found.keptApart > 0) std::cout << found.keptApart << " pairs are kept apart\n";
    std::cerr << "compared by " << found.modelId << "; " << found.forwards << " names and parts of names were new to it\n";
}

Result<void> suggest(const SuggestOptions& options) {
    const Places places = findPlaces();
    std::vector<UsedLabel> used;
    if (options.fromHistory) {
        auto known = usedLabels(places);
        if (!known) return known.error();
        used = *std::move(known);
        if (used.size() < 2) {
            printRecommendation(used, {}, options);
            return {};
        }
    }
    const auto engine = makeEngine(places);
    const auto contents = options.fromHistory ? contentsOf(used) : contentsOf(options, places, *engine);
    if (!contents) return contents.error();
    if (auto valid = checkLabelSet(contents->labels); !valid) return valid;
    const auto never = NeverTogether(places.data).pairs();
    if (!never) std::cerr << "warning: " << never.error().detail << '\n';
    MergeRequest request;
    request.labels = contents->labels;
    request.from = options.from;
    request.scores = contents->scores;
    request.selection = contents->selection;
    request.model = options.model.value_or(contents->modelChoice.empty() ? "auto" : contents->modelChoice);
    request.device = options.device;
    if (never) request.neverTogether = *never;
    ProgressLine progress(true);
    const auto found = waitFor<MergesSuggested>(*engine, engine->suggestMerges(std::move(request)), progress);
    if (!found) return modelError(found.error());
    if (options.fromHistory) printRecommendation(used, found->result.suggestions, options);
    else if (options.json) std::cout << jsonOf(*contents, found->result).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else print(contents->labels, found->result, options.most);
    return {};
}

}  // namespace

void addLabelsSuggestCommand(CLI::App& labels, int& exitCode) {
    const auto options = std::make_shared<SuggestOptions>();
    CLI::App* command = labels.add_subcommand("suggest", "Look for labels that mean the same; changes nothing");
    auto* source = command->add_option_group("source", "What to look at (one of)");
    source->add_option("FILE", options->file, "JSON, CSV, doccano, Label Studio, or one label a line; found by content")
        ->type_name("")
        ->check(notEmpty());
    source->add_option("--labels", options->names, "Names, separated by commas")->type_name("A,B,C")->check(notEmpty());
    source->add_option("--preset", options->preset, "Name or id; see `presets`")->type_name("NAME")->check(notEmpty());
    source->add_option("--project", options->project, "A project file: its predictions count too")->type_name("FILE")->check(notEmpty());
    source->add_flag("--from-history", options->fromHistory,
                     "What was used on this machine: labels for a new set, names that mean nearly the same put together");
    source->require_option(1);
    command->add_option("--model", options->model, "Whose embeddings are compared: auto, an id (see `models`) or a folder")
        ->type_name("MODEL")
        ->check(notEmpty());
    command->add_option("--device", options->device, "auto, cpu, cuda:N")->type_name("DEVICE")->check(notEmpty());
    command->add_option("--from", options->from, "Suggest pairs from this score on, 0 to 1 (default 0.6)")
        ->type_name("X")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--most", options->most, "Print so many (default 20); --json prints all")->type_name("N");
    command->add_flag("--json", options->json,
                      "Print model, suggestions with their evidence, pairs withheld, pairs kept apart; of the history name, alike, uses");
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = suggest(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
