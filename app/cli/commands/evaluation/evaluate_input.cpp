#include "app/cli/commands/evaluation/evaluate_input.h"

#include "app/cli/commands/evaluation/answer_cells.h"

namespace labelwright::cli {
namespace {

/// The column of the predictions where none is named: `classify` writes "label" or "labels", and writes it before the columns of its input,
/// which may have one of the other name.
std::string predictionName(const Table& table, const EvaluateOptions& options) {
    if (options.prediction) return *options.prediction;
    for (const std::string& name : table.dataset->extraColumns()) {
        if (name == "label" || name == "labels") return name;
    }
    return "label";
}

std::optional<std::vector<float>> confidencesOf(const Table& table) {
    const auto column = TableColumn::find(table, "confidence");
    if (!column) return std::nullopt;
    std::vector<float> confidences(table.dataset->size());
    for (std::size_t row = 0; row < confidences.size(); ++row) confidences[row] = probabilityIn((*column)[row]);
    return confidences;
}

Result<void> readGold(const EvaluateOptions& options, const std::stop_token& stop, AnswerCells& cells, EvaluateInput& input) {
    Table table = input.table;
    RowMatch match;
    if (options.goldFile) {
        auto read = readTable(*options.goldFile, options.id, stop);
        if (!read) return read.error();
        table = *std::move(read);
        auto matched = matchRows(input.table, table, "--gold-file");
        if (!matched) return matched.error();
        match = *std::move(matched);
    } else {
        match = sameRows(table);
    }
    const auto column = TableColumn::named(table, options.gold, "--gold");
    if (!column) return column.error();
    auto gold = cells.read(table, *column, match, EmptyCell::Missing);
    if (!gold) return gold.error();
    input.gold = *std::move(gold);
    input.goldWithoutRow = match.unmatched;
    return {};
}

Result<void> readOther(const EvaluateOptions& options, const std::stop_token& stop, AnswerCells& cells, EvaluateInput& input) {
    const auto table = readTable(*options.otherRun, options.id, stop);
    if (!table) return table.error();
    const auto match = matchRows(input.table, *table, "--compare-with");
    if (!match) return match.error();
    const auto column = TableColumn::named(*table, predictionName(*table, options), "--compare-with");
    if (!column) return column.error();
    auto other = cells.read(*table, *column, *match, EmptyCell::None);
    if (!other) return other.error();
    input.other = *std::move(other);
    input.otherWithoutRow = match->unmatched;
    return {};
}

}  // namespace

Result<EvaluateInput> readEvaluateInput(const EvaluateOptions& options, const std::stop_token& stop) {
    EvaluateInput input;
    auto table = readTable(options.input, options.id, stop);
    if (!table) return table.error();
    input.table = *std::move(table);
    const std::string prediction = predictionName(input.table, options);
    input.several = options.several || (!options.prediction && prediction == "labels");
    AnswerCells cells(input.several ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest);
    const auto column = TableColumn::named(input.table, prediction, "--prediction");
    if (!column) return column.error();
    auto predicted = cells.read(input.table, *column, sameRows(input.table), EmptyCell::None);
    if (!predicted) return predicted.error();
    input.predicted = *std::move(predicted);
    if (auto read = readGold(options, stop, cells, input); !read) return read.error();
    if (options.otherRun) {
        if (auto read = readOther(options, stop, cells, input); !read) return read.error();
    }
    input.confidence = confidencesOf(input.table);
    input.scores = ScoreCells::find(input.table);
    if (input.scores) cells.addNames(input.scores->labels());

    const LabelOrder order(cells.names());
    input.labels = order.names();
    input.gold = order.of(input.gold);
    input.predicted = order.of(input.predicted);
    if (input.other) input.other = order.of(*input.other);
    return input;
}

}  // namespace labelwright::cli
