#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands/console.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/option_values.h"
#include "app/cli/commands/project/project_commands.h"
#include "app/cli/commands/utc_time.h"

namespace labelwright::cli {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const ProjectFacts& facts) {
    const std::string lastStepAt = utcTime(facts.lastStepAt);
    return {{"format", facts.format},     {"bytes", facts.bytes},     {"source", facts.texts},
            {"texts", facts.rows},        {"labels", facts.labels},   {"decided", facts.decided},
            {"deferred", facts.deferred}, {"flagged", facts.flagged}, {"notes", facts.notes},
            {"waiting", facts.waiting},   {"steps", facts.steps},     {"lastStepAt", lastStepAt.empty() ? Json(nullptr) : Json(lastStepAt)},
            {"lastStep", facts.lastStep}};
}

void print(const ProjectFacts& facts) {
    const auto line = [](const char* name, const std::string& value) { std::cout << fitted(name, 12) << value << '\n'; };
    line("texts", groupedNumber(facts.rows) + (facts.texts.empty() ? "" : "  from " + facts.texts));
    line("labels", groupedNumber(facts.labels));
    line("decided", groupedNumber(facts.decided) + "  deferred " + groupedNumber(facts.deferred) + "  flagged " +
                        groupedNumber(facts.flagged) + "  with a note " + groupedNumber(facts.notes));
    if (facts.waiting > 0) line("waiting", groupedNumber(facts.waiting) + "  reviews of texts that are not there any more");
    line("steps",
         groupedNumber(facts.steps) + (facts.steps == 0 ? "" : "  the last: " + facts.lastStep + ", " + utcTime(facts.lastStepAt)));
    line("file", byteCount(facts.bytes) + ", format " + std::to_string(facts.format));
}

Result<void> info(const std::string& file, bool json) {
    const auto project = readProject(file);
    if (!project) return project.error();
    const auto facts = project->facts();
    if (!facts) return facts.error();
    if (json) std::cout << jsonOf(*facts).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else print(*facts);
    return {};
}

const char* actName(HistoryAct act) {
    switch (act) {
        case HistoryAct::Done: return "done";
        case HistoryAct::Undone: return "undone";
        case HistoryAct::Redone: return "redone";
        case HistoryAct::Imported: return "imported";
    }
    return "";
}

Result<void> history(const std::string& file, std::size_t most, bool json) {
    const auto project = readProject(file);
    if (!project) return project.error();
    const auto entries = project->history(most);
    if (!entries) return entries.error();
    if (json) {
        Json all = Json::array();
        for (const HistoryEntry& entry : *entries) {
            all.push_back({{"number", entry.number},
                           {"act", actName(entry.place.act)},
                           {"of", entry.place.of},
                           {"at", utcTime(entry.madeAt)},
                           {"who", entry.who},
                           {"what", entry.text},
                           {"texts", entry.rows},
                           {"labelVersion", entry.labelsThen}});
        }
        std::cout << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (const HistoryEntry& entry : *entries) {
        rows.push_back({std::to_string(entry.number), utcTime(entry.madeAt), entry.who, actName(entry.place.act), entry.text,
                        entry.rows == 0 ? "" : groupedNumber(entry.rows)});
    }
    if (rows.empty()) std::cout << "nothing was done yet\n";
    else printTable({"step", "when", "who", "act", "what", "texts"}, rows);
    return {};
}

}  // namespace

void addProjectInfoCommand(CLI::App& project, int& exitCode) {
    struct Options {
        std::string file;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = project.add_subcommand("info", "What a project holds, in numbers; also while a window has it open");
    command->add_option("PROJECT", options->file, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_flag("--json", options->json, "Print an object");
    command->callback([options, &exitCode] {
        const auto done = info(options->file, options->json);
        exitCode = done ? 0 : reportError(done.error());
    });
}

void addProjectHistoryCommand(CLI::App& project, int& exitCode) {
    struct Options {
        std::string file;
        std::size_t most = 50;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = project.add_subcommand("history", "What was done in a project, when and by whom, the latest first");
    command->add_option("PROJECT", options->file, "A project file (*.lwproj)")->type_name("")->required()->check(notEmpty());
    command->add_option("--most", options->most, "So many steps (default 50)")->type_name("N");
    command->add_flag("--json", options->json, "Print an array");
    command->callback([options, &exitCode] {
        const auto done = history(options->file, options->most, options->json);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
