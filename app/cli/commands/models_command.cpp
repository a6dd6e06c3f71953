#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/console.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/shared/composition.h"

namespace labelwright::cli {
namespace {

const char* originName(ModelOrigin origin) {
    switch (origin) {
        case ModelOrigin::Bundled: return "bundled";
        case ModelOrigin::UserFolder: return "folder";
        case ModelOrigin::HuggingFaceCache: return "Hugging Face cache";
        case ModelOrigin::ModelScopeCache: return "ModelScope cache";
        case ModelOrigin::Downloaded: return "downloaded";
    }
    return "";
}

std::string familyOf(const ModelEntry& entry) {
    if (!entry.config) return "";
    return entry.config->family == ModelFamily::BiEncoder ? "bi-encoder" : "cross-encoder";
}

std::string stateOf(const ModelEntry& entry) {
    if (entry.usable()) return "ready";
    std::string text = entry.problem;
    for (const std::string& file : entry.missing) text += (text.empty() ? "lacks " : ", ") + file;
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

nlohmann::ordered_json toJson(const ModelEntry& entry) {
    return {{"id", entry.id},
            {"name", entry.name},
            {"folder", entry.folder.string()},
            {"origin", originName(entry.origin)},
            {"family", familyOf(entry)},
            {"bytes", entry.weightBytes},
            {"licence", entry.licence},
            {"languages", entry.languages},
            {"usable", entry.usable()},
            {"state", stateOf(entry)}};
}

int listModels(bool json) {
    const auto engine = makeEngine(findPlaces(), {std::filesystem::path(), {}});
    ProgressLine progress(true);
    const auto found = waitFor<ModelsFound>(*engine, engine->findModels(), progress);
    if (!found) return reportError(found.error());
    if (json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const ModelEntry& entry : found->models) list.push_back(toJson(entry));
        std::cout << list.dump(2) << '\n';
        return 0;
    }
    std::vector<std::vector<std::string>> rows;
    for (const ModelEntry& entry : found->models) {
        rows.push_back({entry.id, familyOf(entry), byteCount(entry.weightBytes), joined(entry.languages), entry.licence,
                        originName(entry.origin), stateOf(entry)});
    }
    printTable({"id", "family", "weights", "languages", "licence", "where", "state"}, rows, 48);
    return 0;
}

int checkModel(const std::string& model, const std::string& device) {
    const auto engine = makeEngine(findPlaces(), {std::filesystem::path(), {}});
    ProgressLine progress(true);
    const auto checked = waitFor<ModelChecked>(*engine, engine->checkModel(model, device, Precision::Auto), progress);
    if (!checked) return reportError(modelError(checked.error()));
    std::cout << checked->modelId << ": every weight is there and finite; " << checked->use.device << ", "
              << precisionName(checked->use.precision) << " (" << checked->use.kernel << "), loaded in " << duration(checked->loadSeconds)
              << '\n';
    for (const std::string& note : checked->use.notes) std::cerr << "note: " << note << '\n';
    return 0;
}

int addOrRemoveFolder(const std::string& folder, bool add) {
    const Places places = findPlaces();
    auto folders = readModelFolders(places);
    auto path = std::filesystem::absolute(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // "models/" is "models"
    const auto known = std::find(folders.begin(), folders.end(), path);
    if (add && known == folders.end()) folders.push_back(path);
    if (!add && known == folders.end())
        return reportError(
            {ErrorCode::InvalidArgument, path.string() + " is not on the list; nothing was changed", {"folder", path.string()}});
    if (!add) folders.erase(known);
    const auto written = writeModelFolders(places, folders);
    return written ? 0 : reportError(written.error());
}

}  // namespace

void addModelsCommand(CLI::App& program, int& exitCode) {
    CLI::App* command = program.add_subcommand("models", "List the models found on this machine; check one; add or remove a folder");
    const auto json = std::make_shared<bool>(false);
    const auto argument = std::make_shared<std::string>();
    const auto device = std::make_shared<std::string>("auto");
    command->add_flag("--json", *json, "As JSON");
    command->require_subcommand(0, 1);
    CLI::App* check = command->add_subcommand("check", "Load a model on trial: every weight is looked at, texts are scored");
    check->add_option("MODEL", *argument, "Id or folder")->required();
    check->add_option("--device", *device, "auto, cpu, cuda:0")->capture_default_str();
    CLI::App* add = command->add_subcommand("add", "Look for models in this folder from now on");
    add->add_option("FOLDER", *argument)->required()->check(CLI::ExistingDirectory);
    CLI::App* remove = command->add_subcommand("remove", "No longer look in this folder; its files stay");
    remove->add_option("FOLDER", *argument)->required();
    command->callback([=, &exitCode] {
        blockInterrupts();
        if (check->parsed()) exitCode = checkModel(*argument, *device);
        else if (add->parsed()) exitCode = addOrRemoveFolder(*argument, true);
        else if (remove->parsed()) exitCode = addOrRemoveFolder(*argument, false);
        else exitCode = listModels(*json);
    });
}

}  // namespace labelwright::cli
