#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/console.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/option_values.h"
#include "app/shared/composition.h"
#include "core/labels/exchange/label_set_json.h"

namespace labelwright::cli {
namespace {

std::string labelNames(const LabelSet& labels) {
    std::string names;
    for (const Label& label : labels.labels) names += (names.empty() ? "" : ", ") + label.name;
    return names;
}

int listPresets(const PresetStore& store) {
    std::vector<Error> problems;
    std::vector<std::vector<std::string>> rows;
    for (const LabelPreset& preset : store.presets(&problems)) {
        rows.push_back({preset.id, preset.labelSet.name, std::to_string(preset.labelSet.labels.size()), labelNames(preset.labelSet),
                        preset.builtIn ? "built in" : "own"});
    }
    printTable({"id", "name", "labels", "", "from"}, rows, 60);
    for (const Error& problem : problems) std::cerr << "warning: " << problem.detail << '\n';
    return 0;
}

int showPreset(const PresetStore& store, const std::string& idOrName) {
    const auto preset = store.find(idOrName);
    if (!preset) return reportError(preset.error());
    std::cout << labelSetToJson(preset->labelSet, preset->description) << '\n';
    return 0;
}

int cacheCommand(const std::string& file, JobId (Engine::*ask)()) {
    if (!file.empty() && !std::filesystem::exists(file))
        return reportError({ErrorCode::FileNotFound, "--cache: there is no file " + file, {file}});
    if (auto usable = checkCache(file); !usable) return reportError(usable.error());
    CompositionOptions composition;
    if (!file.empty()) composition.cacheFile = file;
    const Places places = findPlaces();
    const auto engine = makeEngine(places, composition);
    ProgressLine progress(true);
    const auto state = waitFor<CacheState>(*engine, (*engine.*ask)(), progress);
    if (!state) return reportError(state.error());
    const std::string name = file.empty() ? places.scoreCache().string() : file;
    // Even an empty cache has a page; why there is none was said in a warning.
    if (state->statistics.fileBytes == 0)
        return reportError({ErrorCode::StorageFailed, "the score cache " + name + " cannot be used", {name}});
    std::cout << "file        " << name << "\nscores      " << groupedNumber(state->statistics.scores) << "\nembeddings  "
              << groupedNumber(state->statistics.embeddings) << "\nmodels      " << state->statistics.scopes << "\nsize        "
              << byteCount(state->statistics.fileBytes) << "\nremoved     " << groupedNumber(state->removed) << '\n';
    return 0;
}

}  // namespace

void addPresetsCommand(CLI::App& program, int& exitCode) {
    CLI::App* command = program.add_subcommand("presets", "List the label sets kept for reuse, or print one as JSON");
    const auto name = std::make_shared<std::string>();
    command->add_option("NAME", *name, "Name or id of the one to print");
    command->callback([name, &exitCode] {
        const PresetStore store = makePresetStore(findPlaces());
        exitCode = name->empty() ? listPresets(store) : showPreset(store, *name);
    });
}

void addCacheCommand(CLI::App& program, int& exitCode) {
    CLI::App* command = program.add_subcommand("cache", "Show, trim or clear the score cache");
    const auto file = std::make_shared<std::string>();
    const auto action = std::make_shared<std::string>("show");
    command->add_option("ACTION", *action, "show, trim, clear")->check(CLI::IsMember({"show", "trim", "clear"}))->capture_default_str();
    command->add_option("--cache", *file, "Another cache file than the user's")->type_name("FILE")->check(notEmpty());
    command->callback([file, action, &exitCode] {
        blockInterrupts();
        exitCode = cacheCommand(*file, *action == "trim"    ? &Engine::trimCache
                                       : *action == "clear" ? &Engine::clearCache
                                                            : &Engine::cacheStatistics);
    });
}

}  // namespace labelwright::cli
