#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/console.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/interrupt.h"
#include "app/shared/composition.h"

namespace labelwright::cli {
namespace {

nlohmann::ordered_json described(const Device& device) {
    std::vector<std::string> precisions;
    for (const Precision precision : device.precisions) precisions.emplace_back(precisionName(precision));
    return {{"id", device.id},         {"name", device.name},       {"memoryTotal", device.memoryTotal}, {"memoryFree", device.memoryFree},
            {"usable", device.usable}, {"problem", device.problem}, {"precisions", precisions},          {"detail", device.detail}};
}

std::vector<std::string> rowOf(const Device& device) {
    std::string precisions;
    for (const Precision precision : device.precisions)
        precisions += (precisions.empty() ? "" : ", ") + std::string(precisionName(precision));
    return {device.id,
            device.name,
            byteCount(device.memoryTotal),
            byteCount(device.memoryFree),
            precisions,
            device.usable ? device.detail : "not usable: " + device.problem};
}

/// What each model would compute with on the processor; loading it measures what is not kept.
Result<nlohmann::ordered_json> measured(Engine& engine, const std::vector<ModelEntry>& models, ProgressLine& progress) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ModelEntry& model : models) {
        if (!model.usable() || model.origin != ModelOrigin::Bundled) continue;
        const auto checked = waitFor<ModelChecked>(engine, engine.checkModel(model.id, "cpu", Precision::Auto), progress);
        if (!checked) return checked.error();
        list.push_back({{"model", checked->modelId},
                        {"precision", precisionName(checked->use.precision)},
                        {"kernel", checked->use.kernel},
                        {"notes", checked->use.notes}});
    }
    return list;
}

int probe(bool json, bool measure) {
    const Places places = findPlaces();
    if (measure) {
        std::error_code failed;
        std::filesystem::remove(places.kernelSpeeds(), failed);
        if (failed)
            return reportError({ErrorCode::FileUnwritable,
                                "cannot remove " + places.kernelSpeeds().string() + ": " + failed.message(),
                                {places.kernelSpeeds().string(), failed.message()}});
    }
    const auto engine = makeEngine(places, {std::filesystem::path(), {}});
    ProgressLine progress(true);
    const auto found = waitFor<ModelsFound>(*engine, engine->findModels(), progress);
    if (!found) return reportError(found.error());
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    std::vector<std::vector<std::string>> rows;
    for (const Device& device : found->devices) {
        list.push_back(described(device));
        rows.push_back(rowOf(device));
    }
    if (!json) printTable({"device", "name", "memory", "free", "precisions", "detail"}, rows, 100);
    if (measure) {
        const auto results = measured(*engine, found->models, progress);
        if (!results) return reportError(results.error());
        if (json) list = {{"devices", list}, {"measured", *results}};
        for (const auto& result : *results) {
            if (json) break;
            std::cout << result["model"].get<std::string>() << ": " << result["precision"].get<std::string>() << ", "
                      << result["kernel"].get<std::string>() << '\n';
            for (const auto& note : result["notes"]) std::cout << "  " << note.get<std::string>() << '\n';
        }
    }
    if (json) std::cout << list.dump(2) << '\n';
    return 0;
}

}  // namespace

void addProbeCommand(CLI::App& program, int& exitCode) {
    CLI::App* command = program.add_subcommand("probe", "Show the devices of this machine and what they can do");
    const auto json = std::make_shared<bool>(false);
    const auto measure = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "As JSON");
    command->add_flag("--measure", *measure,
                      "Measure again what the processor multiplies fastest with, and so what precision \"auto\" stands for: otherwise "
                      "that is measured once and kept");
    command->callback([json, measure, &exitCode] {
        blockInterrupts();
        exitCode = probe(*json, *measure);
    });
}

}  // namespace labelwright::cli
