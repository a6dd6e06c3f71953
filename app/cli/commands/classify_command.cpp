#include <CLI/CLI.hpp>
#include <iostream>
#include <numeric>

#include "app/cli/commands/classify_files.h"
#include "app/cli/commands/classify_labels.h"
#include "app/cli/commands/classify_options.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/console.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/export_format.h"
#include "app/cli/commands/named_files.h"
#include "app/cli/commands/result_table.h"
#include "app/cli/commands/run_summary.h"
#include "app/cli/commands/text_input.h"
#include "app/shared/composition.h"

namespace labelwright::cli {
namespace {

void printModels(const std::vector<ModelUse>& models) {
    for (const ModelUse& use : models) {
        std::cerr << use.reading.modelName << " on " << use.device << ", " << precisionName(use.precision) << " (" << use.kernel
                  << "): " << use.texts << (use.texts == 1 ? " text\n" : " texts\n");
        for (const std::string& note : use.notes) std::cerr << "note: " << note << '\n';
    }
}

void printSummary(const RunSummary& summary, const std::string& output) {
    std::cerr << groupedNumber(summary.texts) << " texts, " << summary.labels << " labels in " << duration(summary.seconds) << " ("
              << groupedNumber(summary.forwards) << " forward passes, " << groupedNumber(summary.fromCache) << " of "
              << groupedNumber(summary.pairs) << " pairs from the cache";
    if (summary.truncated > 0) std::cerr << ", " << groupedNumber(summary.truncated) << " texts cut to the model's length";
    std::cerr << "): " << output << '\n';
}

std::unique_ptr<Engine> engineFor(const ClassifyOptions& options, const Places& places) {
    CompositionOptions composition;
    if (options.noCache) composition.cacheFile = std::filesystem::path();
    else if (options.cacheFile) composition.cacheFile = *options.cacheFile;
    return makeEngine(places, composition);
}

/// What the chosen model's folder recommends, without loading its weights.
Result<std::string> recommendedTemplate(Engine& engine, const std::string& model, ProgressLine& progress) {
    if (model == "auto") return std::string("{}");
    const auto found = waitFor<ModelsFound>(engine, engine.findModels(), progress);
    if (!found) return found.error();
    for (const ModelEntry& entry : found->models) {
        if ((entry.id == model || entry.name == model) && entry.config) return entry.config->recommendedTemplate;
    }
    const ModelEntry entry = inspectModelFolder(model, ModelOrigin::UserFolder);
    return entry.config ? entry.config->recommendedTemplate : std::string("{}");
}

Result<ImportResult> readTexts(Engine& engine, const ClassifyOptions& options, ProgressLine& progress) {
    const auto showProgress = [&progress](const EngineEvent& event) {
        if (const auto* read = std::get_if<TransferProgress>(&event)) progress.showTransfer("reading", read->done, read->total);
    };
    ImportOptions importOptions = inputOptions(options.textColumn);
    importOptions.sheet = options.sheet;
    auto imported = waitFor<Imported>(engine, engine.importTexts(ImportSource{std::filesystem::path(options.input), {}}, importOptions),
                                      progress, showProgress);
    progress.end();
    if (imported) {
        printImportWarnings(imported->result, Ids::Kept);
        return std::move(imported->result);
    }
    return inputError(imported.error(), options.input);
}

void takeScores(const RecordsScored& scored, ScoreTable& scores) {
    const std::uint8_t reading = scores.addReading(scored.reading);
    scores.set(scored.rows, *scored.hypotheses, scored.logits);
    for (std::size_t i = 0; i < scored.rows.size(); ++i) {
        scores.setReading(scored.rows[i], reading);
        scores.setTruncated(scored.rows[i], scored.truncated[i]);
    }
}

/// Scores the table's texts into it.
Result<RunSummary> labelTexts(Engine& engine, const ClassifyOptions& options, ExportTable& table, ProgressLine& progress) {
    LabelingRequest request;
    request.dataset = table.dataset;
    request.labels = table.labels;
    request.model = options.model;
    request.device = options.device;
    request.precision = options.precision;
    request.allowReducedCpuPrecision = !options.noReducedPrecision;
    const auto take = [&](const EngineEvent& event) {
        if (const auto* started = std::get_if<Started>(&event); started != nullptr && !options.quiet) printModels(started->models);
        if (const auto* state = std::get_if<Progress>(&event)) progress.show(*state);
        if (const auto* scored = std::get_if<RecordsScored>(&event)) takeScores(*scored, table.scores);
    };
    auto finished = waitFor<Finished>(engine, engine.label(std::move(request)), progress, take);
    progress.end();
    if (!finished) return modelError(finished.error());
    return std::move(finished->summary);
}

Result<void> classify(const ClassifyOptions& options) {
    const auto format = checkFiles(options);
    if (!format) return format.error();
    const Places places = findPlaces();
    const auto engine = engineFor(options, places);
    ProgressLine progress(options.quiet);

    const auto modelTemplate = recommendedTemplate(*engine, options.model, progress);
    if (!modelTemplate) return modelTemplate.error();
    const auto labels = labelSetOf(options, makePresetStore(places), *modelTemplate);
    if (!labels) return labels.error();
    if (options.threshold && !options.multi)
        std::cerr << "note: --threshold counts only with --multi; use --abstain to give no label below a confidence\n";
    const auto imported = readTexts(*engine, options, progress);
    if (!imported) return imported.error();

    const auto& dataset = imported->dataset;
    ExportTable table{dataset, std::vector<std::uint32_t>(dataset->size()), *labels, ScoreTable(dataset->size()), selectionOf(options), {},
                      {}};
    std::iota(table.rows.begin(), table.rows.end(), 0U);
    const auto summary = labelTexts(*engine, options, table, progress);
    if (!summary) return summary.error();

    ExportOptions exportOptions;
    exportOptions.format = *format;
    exportOptions.scores = options.scores;
    const auto written = waitFor<Exported>(*engine, engine->exportResults(options.output, table, exportOptions), progress);
    if (!written) return written.error();
    printLeftOut(written->rows);
    if (options.printTable) printResults(table);
    if (options.summaryFile) {
        if (auto saved = writeWhole(*options.summaryFile, runSummaryJson(*summary, imported->rejectedCount)); !saved) return saved;
    }
    if (!options.quiet) printSummary(*summary, options.output);
    return {};
}

}  // namespace

void addClassifyCommand(CLI::App& program, int& exitCode) {
    const auto options = std::make_shared<ClassifyOptions>();
    CLI::App* command = program.add_subcommand("classify", "Label every text of a file (CSV, TSV, XLSX, JSONL, TXT and others) or folder");
    addClassifyOptions(*command, *options);
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = classify(*options);
        if (!done && done.error().code == ErrorCode::Cancelled) {
            const char* kept = options->noCache ? "interrupted before the end"
                                                : "interrupted before the end; what was scored is in the cache: run it again to go on";
            exitCode = reportError({ErrorCode::Cancelled, kept, {}});
            return;
        }
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
