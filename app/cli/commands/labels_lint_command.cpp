#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/finding_text.h"
#include "app/cli/commands/label_input.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/option_values.h"
#include "app/shared/composition.h"
#include "core/labels/lint/label_lint.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

struct LintOptions {
    std::optional<std::string> file;
    std::optional<std::string> preset;
    bool multi = false;
    bool json = false;
    bool strict = false;
};

Result<LabelSet> labelsOf(const LintOptions& options) {
    if (options.file) {
        auto input = readLabels(*options.file);
        if (!input) return input.error();
        return std::move(input->preset.labelSet);
    }
    auto preset = makePresetStore(findPlaces()).find(options.preset.value_or(""));
    if (!preset) return preset.error();
    return std::move(preset->labelSet);
}

Json nameOrNull(const LabelSet& labels, const LabelId& id) {
    const Label* label = id.empty() ? nullptr : findLabel(labels, id);
    return label == nullptr ? Json(nullptr) : Json(label->name);
}

Json jsonOf(const LabelSet& labels, const LabelFinding& finding) {
    Json names = Json::array();
    for (const LabelId& id : finding.labels) names.push_back(nameOrNull(labels, id));
    Json repairs = Json::array();
    for (const LabelRepair& repair : finding.repairs) {
        repairs.push_back({{"kind", labelRepairName(repair.kind)},
                           {"label", nameOrNull(labels, repair.label)},
                           {"other", nameOrNull(labels, repair.other)},
                           {"text", repair.text}});
    }
    return {{"weight", labelFindingWeightName(finding.weight)},
            {"kind", labelFindingName(finding.kind)},
            {"labels", std::move(names)},
            {"arguments", finding.arguments},
            {"message", findingText(labels, finding)},
            {"repairs", std::move(repairs)}};
}

void print(const LabelSet& labels, const std::vector<LabelFinding>& findings, bool asJson) {
    if (asJson) {
        Json all = Json::array();
        for (const LabelFinding& finding : findings) all.push_back(jsonOf(labels, finding));
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return;
    }
    for (const LabelFinding& finding : findings) {
        std::cout << labelFindingWeightName(finding.weight) << ": " << findingText(labels, finding);
        if (!finding.repairs.empty()) std::cout << "; to settle it, " << repairText(labels, finding.repairs.front());
        std::cout << '\n';
    }
    if (findings.empty()) std::cout << labels.labels.size() << " labels, nothing found\n";
}

int lint(const LintOptions& options) {
    const auto labels = labelsOf(options);
    if (!labels) return reportError(labels.error());
    LintContext context;
    context.mode = options.multi ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    const auto findings = lintLabels(*labels, context);
    print(*labels, findings, options.json);
    const auto worst = options.strict ? LabelFindingWeight::Warning : LabelFindingWeight::Error;
    const bool failed = std::any_of(findings.begin(), findings.end(), [worst](const LabelFinding& each) { return each.weight <= worst; });
    return failed ? exitUsage : 0;
}

}  // namespace

void addLabelsLintCommand(CLI::App& labels, int& exitCode) {
    const auto options = std::make_shared<LintOptions>();
    CLI::App* command = labels.add_subcommand("lint", "Look for what is wrong with labels; exit code 2 if a run would be refused");
    auto* source = command->add_option_group("source", "What to look at (one of)");
    source->add_option("FILE", options->file, "JSON, CSV, doccano, Label Studio, or one label a line; found by content")
        ->type_name("")
        ->check(notEmpty());
    source->add_option("--preset", options->preset, "Name or id; see `presets`")->type_name("NAME")->check(notEmpty());
    source->require_option(1);
    command->add_flag("--multi", options->multi, "The labels are for any number a text");
    command->add_flag("--json", options->json, "Print an array: weight, kind, labels, arguments, message, repairs");
    command->add_flag("--strict", options->strict, "Exit code 2 also for warnings");
    command->callback([options, &exitCode] { exitCode = lint(*options); });
}

}  // namespace labelwright::cli
