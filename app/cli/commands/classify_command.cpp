#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/commands/classify_options.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/console.h"
#include "app/cli/commands/engine_wait.h"
#include "app/cli/commands/exit_code.h"
#include "app/cli/commands/result_table.h"
#include "app/shared/composition.h"
#include "core/base/log.h"

namespace labelwright::cli {
namespace {

constexpr std::size_t rejectsPrinted = 10;

void printRejects(const ImportResult& imported) {
    if (imported.rejectedCount == 0) return;
    std::cerr << "warning: " << imported.rejectedCount << " rows of the input were rejected and have no output row:\n";
    for (std::size_t i = 0; i < std::min(imported.rejected.size(), rejectsPrinted); ++i) {
        const RejectedRow& row = imported.rejected[i];
        std::cerr << "  line " << row.line << ": " << rejectReasonName(row.reason) << (row.detail.empty() ? "" : ", ") << row.detail
                  << '\n';
    }
    if (imported.rejectedCount > rejectsPrinted) std::cerr << "  …\n";
}

void printModels(const std::vector<ModelUse>& models) {
    for (const ModelUse& use : models) {
        std::cerr << use.reading.modelName << " on " << use.device << ", " << precisionName(use.precision) << " (" << use.kernel
                  << "): " << use.texts << " texts\n";
        for (const std::string& note : use.notes) std::cerr << "note: " << note << '\n';
    }
}

Result<void> writeSummary(const std::string& file, const RunSummary& summary, std::uint64_t rejected) {
    const auto joined = [&summary](auto part) {
        std::string text;
        for (const ModelUse& use : summary.models) {
            const std::string value = part(use);
            if (text.find(value) == std::string::npos) text += (text.empty() ? "" : "+") + value;
        }
        return text;
    };
    const nlohmann::ordered_json json{{"texts", summary.texts},
                                      {"labels", summary.labels},
                                      {"pairs", summary.pairs},
                                      {"fromCache", summary.fromCache},
                                      {"forwards", summary.forwards},
                                      {"seconds", summary.seconds},
                                      {"textsPerSecond", summary.textsPerSecond()},
                                      {"device", joined([](const ModelUse& use) { return use.device; })},
                                      {"precision", joined([](const ModelUse& use) { return std::string(precisionName(use.precision)); })},
                                      {"truncated", summary.truncated},
                                      {"model", joined([](const ModelUse& use) { return use.reading.modelId; })},
                                      {"loadSeconds", summary.loadSeconds},
                                      {"rejected", rejected},
                                      {"memoryBackOffs", summary.memoryBackOffs}};
    std::ofstream stream(file, std::ios::trunc);
    stream << json.dump(2) << '\n';
    if (!stream.flush()) return Error{ErrorCode::FileUnwritable, "cannot write the summary " + file, {file, "write failed"}};
    return {};
}

/// What the chosen model's folder recommends, without loading its weights.
std::string recommendedTemplate(Engine& engine, const std::string& model, ProgressLine& progress) {
    if (model == "auto") return "{}";
    const auto found = waitFor<ModelsFound>(engine, engine.findModels(), progress);
    if (found) {
        for (const ModelEntry& entry : found->models) {
            if ((entry.id == model || entry.name == model) && entry.config) return entry.config->recommendedTemplate;
        }
    }
    const ModelEntry entry = inspectModelFolder(model, ModelOrigin::UserFolder);
    return entry.config ? entry.config->recommendedTemplate : "{}";
}

Result<ExportFormat> formatOf(const std::string& output) {
    if (output.ends_with(".csv")) return ExportFormat::Csv;
    if (output.ends_with(".jsonl")) return ExportFormat::JsonLines;
    return Error{ErrorCode::InvalidArgument, "the output " + output + " must end in .csv or .jsonl", {"output", output}};
}

Result<void> classify(const ClassifyOptions& options) {
    const auto format = formatOf(options.output);
    if (!format) return format.error();
    const Places places = findPlaces();
    CompositionOptions composition;
    if (options.noCache) composition.cacheFile = std::filesystem::path();
    else if (!options.cacheFile.empty()) composition.cacheFile = options.cacheFile;
    const auto engine = makeEngine(places, composition);
    ProgressLine progress(options.quiet);

    const auto labels = labelSetOf(options, makePresetStore(places), recommendedTemplate(*engine, options.model, progress));
    if (!labels) return labels.error();
    if (options.threshold && !options.multi)
        std::cerr << "note: --threshold counts only with --multi; use --abstain to give no label below a confidence\n";

    ImportOptions importOptions;
    importOptions.emptyTexts = EmptyTexts::Keep;  // one output row for each input row
    if (!options.textColumn.empty()) importOptions.textColumn = options.textColumn;
    auto imported = waitFor<Imported>(*engine, engine->importTexts(ImportSource{std::filesystem::path(options.input), {}}, importOptions),
                                      progress, [&](const EngineEvent& event) {
                                          if (const auto* read = std::get_if<TransferProgress>(&event))
                                              progress.showTransfer("reading", read->done, read->total);
                                      });
    progress.end();
    if (!imported) return imported.error();
    printRejects(imported->result);

    LabelingRequest request;
    request.dataset = imported->result.dataset;
    request.labels = *labels;
    request.model = options.model;
    request.device = options.device;
    request.precision = options.precision;
    request.allowReducedCpuPrecision = !options.noReducedPrecision;
    ExportTable table{request.dataset, {}, *labels, ScoreTable(request.dataset->size()), selectionOf(options)};
    const auto apply = [&](const EngineEvent& event) {
        if (const auto* started = std::get_if<Started>(&event); started != nullptr && !options.quiet) printModels(started->models);
        if (const auto* state = std::get_if<Progress>(&event)) progress.show(*state);
        if (const auto* scored = std::get_if<RecordsScored>(&event)) {
            const std::uint8_t reading = table.scores.addReading(scored->reading);
            table.scores.set(scored->rows, *scored->hypotheses, scored->logits);
            for (std::size_t i = 0; i < scored->rows.size(); ++i) {
                table.scores.setReading(scored->rows[i], reading);
                table.scores.setTruncated(scored->rows[i], scored->truncated[i]);
            }
        }
    };
    auto finished = waitFor<Finished>(*engine, engine->label(std::move(request)), progress, apply);
    progress.end();
    if (!finished) return finished.error();

    ExportOptions exportOptions;
    exportOptions.format = *format;
    exportOptions.scores = options.scores;
    table.rows.resize(table.dataset->size());
    for (std::uint32_t row = 0; row < table.rows.size(); ++row) table.rows[row] = row;
    const auto written = waitFor<Exported>(*engine, engine->exportResults(options.output, table, exportOptions), progress);
    if (!written) return written.error();
    if (options.printTable) printResults(table);
    if (!options.summaryFile.empty()) {
        if (auto saved = writeSummary(options.summaryFile, finished->summary, imported->result.rejectedCount); !saved) return saved;
    }
    const RunSummary& summary = finished->summary;
    if (!options.quiet) {
        std::cerr << groupedNumber(summary.texts) << " texts, " << summary.labels << " labels in " << duration(summary.seconds) << " ("
                  << groupedNumber(summary.forwards) << " forward passes, " << groupedNumber(summary.fromCache) << " of "
                  << groupedNumber(summary.pairs) << " pairs from the cache";
        if (summary.truncated > 0) std::cerr << ", " << groupedNumber(summary.truncated) << " texts cut to the model's length";
        std::cerr << "): " << options.output << '\n';
    }
    return {};
}

}  // namespace

void addClassifyCommand(CLI::App& program, int& exitCode) {
    const auto options = std::make_shared<ClassifyOptions>();
    CLI::App* command = program.add_subcommand("classify", "Label every text of a CSV, TSV, JSONL or TXT file");
    command->add_option("INPUT", options->input, "File of texts; encoding and delimiter are found")->required();
    command->add_option("--output", options->output, "Result: OUT.csv or OUT.jsonl, one row for each input row, in input order")
        ->required();
    auto* source = command->add_option_group("labels", "What the labels are (one of)");
    source->add_option("--labels", options->labels, "Separated by commas");
    source->add_option("--labels-file", options->labelsFile, "One label a line, or a label set as JSON");
    source->add_option("--preset", options->preset, "Name or id; see `presets`");
    source->require_option(1);
    command->add_option("--text-column", options->textColumn, "Column that holds the text (default: found; \"text\" if there is one)");
    command->add_option("--model", options->model, "auto, an id of `models`, or a folder")->capture_default_str();
    command->add_option("--template", options->hypothesisTemplate,
                        "Hypothesis with {} for the label, e.g. \"这是{}\" (default: the model's)");
    command->add_flag("--multi", options->multi, "Any number of labels for a text");
    command->add_option("--threshold", options->threshold, "With --multi: least probability of a label (default 0.5)")
        ->check(CLI::Range(0.0F, 1.0F));
    command->add_option("--abstain", options->abstain, "No label while the best probability is below this")->check(CLI::Range(0.0F, 1.0F));
    command->add_option("--temperature", options->temperature, "Softmax temperature instead of the model's")->check(CLI::PositiveNumber);
    const std::map<std::string, ExportedScores> scores{
        {"none", ExportedScores::None}, {"probabilities", ExportedScores::Probabilities}, {"logits", ExportedScores::Logits}};
    command->add_option("--scores", options->scores, "Scores of every label in the result: none, probabilities, logits")
        ->transform(CLI::CheckedTransformer(scores));
    const std::map<std::string, Precision> precisions{{"auto", Precision::Auto},
                                                      {"fp32", Precision::Fp32},
                                                      {"bf16", Precision::Bf16},
                                                      {"fp16", Precision::Fp16},
                                                      {"int8", Precision::Int8}};
    command->add_option("--precision", options->precision, "auto, fp32, bf16, fp16, int8")->transform(CLI::CheckedTransformer(precisions));
    command->add_option("--device", options->device, "auto, cpu, cuda:0")->capture_default_str();
    auto* noCache = command->add_flag("--no-cache", options->noCache, "Neither read nor write the score cache");
    command->add_option("--cache", options->cacheFile, "Score cache to use instead of the user's")->excludes(noCache);
    command->add_flag("--no-reduced-precision", options->noReducedPrecision, "Keep --precision auto at fp32 on a CPU");
    command->add_option("--summary", options->summaryFile, "Write counts and times of the run as JSON");
    command->add_flag("--print-table", options->printTable, "Also print the labeled texts and the label counts");
    command->add_flag("--quiet", options->quiet, "No progress on standard error");
    command->callback([options, &exitCode] {
        blockInterrupts();
        const auto done = classify(*options);
        exitCode = done ? 0 : reportError(done.error());
    });
}

}  // namespace labelwright::cli
