#include "ui/evaluation/evaluation.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/domain/label_reader.h"

namespace labelwright::ui {
namespace {

bool isCompared(const Evaluation& evaluation, std::size_t row) {
    return !evaluation.truth.labels.missing(row) && !evaluation.predictions.given.missing(row);
}

void count(const EvaluationTask& task, Evaluation& evaluation) {
    std::array<bool, 256> readings{};
    for (std::size_t row = 0; row < evaluation.texts; ++row) {
        if (evaluation.truth.labels.missing(row)) continue;
        if (evaluation.predictions.given.missing(row)) {
            ++evaluation.truth[LeftOut::NotScored];
            continue;
        }
        ++evaluation.compared;
        readings[task.scores.readingIndex(row)] = true;
    }
    evaluation.models = static_cast<std::size_t>(std::count(readings.begin(), readings.end(), true));
}

Result<void> report(Evaluation& evaluation) {
    const LabelLists& gold = evaluation.truth.labels;
    const LabelLists& given = evaluation.predictions.given;
    const std::size_t labels = evaluation.labels.labels.size();
    if (evaluation.selection.mode == SelectionMode::EveryAboveThreshold) {
        auto several = multiLabelReport(gold, given, labels);
        if (!several) return several.error();
        evaluation.several = *std::move(several);
    } else {
        auto single = classificationReport(labelColumn(gold), labelColumn(given), labels);
        if (!single) return single.error();
        evaluation.single = *std::move(single);
    }
    auto confusion = confusionMatrix(gold, given, labels);
    if (!confusion) return confusion.error();
    evaluation.confusion = *std::move(confusion);
    auto intervals = f1Intervals(gold, given, labels);
    if (!intervals) return intervals.error();
    evaluation.intervals = *intervals;
    return {};
}

}  // namespace

std::vector<std::uint32_t> Evaluation::rowsOf(std::uint32_t gold, std::uint32_t predicted) const {
    return rowsOfCell(truth.labels, predictions.given, gold, predicted);
}

std::vector<std::uint32_t> Evaluation::errorsOf(std::uint32_t label) const {
    std::vector<std::uint32_t> rows;
    const auto has = [label](std::span<const std::uint32_t> list) { return std::binary_search(list.begin(), list.end(), label); };
    for (std::size_t row = 0; row < texts; ++row) {
        if (isCompared(*this, row) && has(truth.labels[row]) != has(predictions.given[row]))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

Result<std::shared_ptr<const Evaluation>> evaluate(const EvaluationTask& task, std::stop_token stop) {
    const auto stopped = [] { return Error{ErrorCode::Cancelled, "stopped before the end", {}}; };
    auto evaluation = std::make_shared<Evaluation>();
    evaluation->labels = task.labels;
    evaluation->selection = task.selection;
    evaluation->texts = task.dataset->size();
    evaluation->truth = readTruth(*task.dataset, task.reviews, task.labels, task.selection.mode, task.truth);
    if (stop.stop_requested()) return stopped();
    auto predictions = predictionsOf(task.scores, task.labels, task.selection, stop);
    if (!predictions) return stopped();
    evaluation->predictions = *std::move(predictions);
    count(task, *evaluation);
    if (auto reported = report(*evaluation); !reported) return reported.error();
    if (stop.stop_requested()) return stopped();
    return std::shared_ptr<const Evaluation>(std::move(evaluation));
}

CoverageCurve coverageOf(const Evaluation& evaluation) {
    const Predictions& predictions = evaluation.predictions;
    return coverageCurve(scoredAnswers(evaluation.truth.labels, predictions.best, predictions.confidence), evaluation.compared);
}

Reliability reliabilityOf(const EvaluationTask& task, const Evaluation& evaluation) {
    Reliability reliability;
    if (evaluation.single) {
        const Predictions& predictions = evaluation.predictions;
        for (const ScoredAnswer& answer : scoredAnswers(evaluation.truth.labels, predictions.best, predictions.confidence))
            reliability.add(double(answer.confidence), answer.correct);
        return reliability;
    }
    LabelReader reader(task.labels, task.scores);
    for (std::size_t row = 0; row < evaluation.texts; ++row) {
        if (!isCompared(evaluation, row)) continue;
        reader.read(task.scores, row);
        const auto probabilities = reader.probabilities(task.scores, task.selection);
        const auto gold = evaluation.truth.labels[row];
        for (std::uint32_t label = 0; label < probabilities.size(); ++label)
            reliability.add(double(probabilities[label]), std::binary_search(gold.begin(), gold.end(), label));
    }
    return reliability;
}

}  // namespace labelwright::ui
