#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/evaluation/confusion_csv.h"
#include "app/cli/commands/evaluation/evaluate_command.h"
#include "app/cli/commands/evaluation/evaluation_json.h"
#include "app/cli/commands/evaluation/evaluation_text.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/interrupt.h"
#include "app/cli/commands/named_files.h"

namespace labelwright::cli {
namespace {

/// What can be said of the files before anything is read.
Result<void> checkFiles(const EvaluateOptions& options) {
    std::vector<NamedFile> written;
    if (options.output) written.push_back({"--output", *options.output});
    if (options.confusion) written.push_back({"--confusion", *options.confusion});
    const std::vector<std::pair<const char*, std::optional<std::string>>> read{
        {"INPUT", options.input}, {"--gold-file", options.goldFile}, {"--compare-with", options.otherRun}};
    for (const auto& [option, file] : read) {
        if (!file) continue;
        std::vector<NamedFile> all{{option, *file}};
        all.insert(all.end(), written.begin(), written.end());
        if (auto distinct = checkDistinct(all); !distinct) return distinct;
    }
    for (const NamedFile& file : written) {
        if (auto writable = checkWritable(file); !writable) return writable;
    }
    return {};
}

}  // namespace

Result<void> evaluate(const EvaluateOptions& options) {
    if (auto checked = checkFiles(options); !checked) return checked;
    std::stop_source stop;
    const InterruptGuard guard([&stop] { stop.request_stop(); });
    const auto input = readEvaluateInput(options, stop.get_token());
    if (!input) return input.error();
    if (options.confusion && input->several) {
        return Error{ErrorCode::InvalidArgument,
                     "--confusion: a confusion matrix needs at most one label a row; leave it out with several",
                     {"confusion", *options.confusion}};
    }
    const auto evaluation = evaluationOf(*input, options, stop.get_token());
    if (!evaluation) return evaluation.error();
    if (interrupted()) return Error{ErrorCode::Cancelled, "interrupted before the end", {}};
    if (options.abstain && !evaluation->coverage)
        std::cerr << "note: --abstain needs a column \"confidence\", or with several labels a row the scores of `classify --scores "
                     "probabilities`\n";
    if (options.confusion) {
        if (auto written = writeWhole(*options.confusion, confusionCsv(*evaluation->confusion, input->labels)); !written) return written;
    }
    if (options.output) {
        if (auto written = writeWhole(*options.output, evaluationJson(*input, *evaluation)); !written) return written;
    }
    if (!options.quiet) printEvaluation(*input, *evaluation);
    return {};
}

void addEvaluateCommand(CLI::App& program, int& exitCode) {
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = program.add_subcommand("evaluate", "Compare predictions with right labels: accuracy, F1, confusions, calibration");
    addEvaluateOptions(*command, *options);
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = evaluate(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
