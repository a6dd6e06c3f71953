#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/label_change_text.h"
#include "app/cli/commands/labels_command.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/placed_labels.h"
#include "app/cli/commands/utc_time.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

struct VersionsOptions {
    std::string project;
    std::size_t most = 20;
    bool json = false;
};

/// A version with what it made of the one before; empty for the first.
struct TracedVersion {
    LabelVersion version;
    std::vector<LabelChange> changes;
    bool inUse = false;
};

/// The latest first.
Result<std::vector<TracedVersion>> tracedVersions(const OpenProject& project) {
    auto versions = project.file.labelVersions(std::numeric_limits<std::uint32_t>::max());
    if (!versions) return versions.error();
    std::vector<TracedVersion> traced;
    for (std::size_t i = 0; i < versions->size(); ++i) {
        TracedVersion& each = traced.emplace_back();
        each.version = (*versions)[i];
        if (i + 1 < versions->size()) each.changes = compareLabelSets((*versions)[i + 1].labels, each.version.labels);
        each.inUse = each.version.labels.version == project.contents.labels.version;
    }
    return traced;
}

Json jsonOf(const std::vector<TracedVersion>& versions) {
    Json all = Json::array();
    for (const TracedVersion& each : versions) {
        const std::string madeAt = utcTime(each.version.madeAt);
        Json names = Json::array();
        for (const Label& label : each.version.labels.labels) names.push_back(label.name);
        Json changes = Json::array();
        for (const LabelChange& change : each.changes) changes.push_back(labelChangeJson(change));
        all.push_back({{"version", each.version.labels.version},
                       {"inUse", each.inUse},
                       {"madeAt", madeAt.empty() ? Json(nullptr) : Json(madeAt)},
                       {"labels", std::move(names)},
                       {"changes", std::move(changes)}});
    }
    return all;
}

void print(const std::vector<TracedVersion>& versions, std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, versions.size()); ++i) {
        const TracedVersion& each = versions[i];
        const std::string madeAt = utcTime(each.version.madeAt);
        std::cout << (each.inUse ? "* " : "  ") << each.version.labels.version << "  " << (madeAt.empty() ? "time not known" : madeAt)
                  << "  " << each.version.labels.labels.size() << " labels";
        for (std::size_t c = 0; c < each.changes.size(); ++c) std::cout << (c == 0 ? ": " : "; ") << labelChangeText(each.changes[c]);
        std::cout << '\n';
    }
    if (versions.size() > most) std::cout << versions.size() - most << " more; see --most\n";
    if (versions.empty()) std::cout << "no labels yet\n";
}

Result<void> list(const VersionsOptions& options) {
    const auto placed = readPlacedLabels(options.project);
    if (!placed) return placed.error();
    if (placed->project == nullptr) {
        return Error{ErrorCode::InvalidArgument,
                     options.project + " is no project: only a project (*.lwproj) keeps the versions of its labels",
                     {"project", options.project}};
    }
    const auto versions = tracedVersions(*placed->project);
    if (!versions) return versions.error();
    if (options.json) std::cout << jsonOf(*versions).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else print(*versions, options.most);
    return {};
}

}  // namespace

void addLabelsVersionsCommand(CLI::App& labels, int& exitCode) {
    const auto options = std::make_shared<VersionsOptions>();
    CLI::App* command =
        labels.add_subcommand("versions", "List the states that the labels of a project had, the latest first; * is the one in use");
    command->add_option("PROJECT", options->project, "A project (PROJECT.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--most", options->most, "Print so many (default 20); --json prints all")->type_name("N");
    command->add_flag("--json", options->json, "Print an array: version, inUse, madeAt, labels, changes since the version before");
    command->callback([options, &exitCode] {
        const auto done = list(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
