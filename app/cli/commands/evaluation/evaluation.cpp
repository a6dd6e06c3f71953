#include "app/cli/commands/evaluation/evaluation.h"

namespace labelwright::cli {
namespace {

Result<void> addReport(const EvaluateInput& input, const LabelColumn& gold, Evaluation& evaluation) {
    if (input.several) {
        auto report = multiLabelReport(input.gold, input.predicted, input.labels.size());
        if (!report) return report.error();
        evaluation.several = *std::move(report);
        return {};
    }
    const LabelColumn predicted = labelColumn(input.predicted);
    auto report = classificationReport(gold, predicted, input.labels.size());
    if (!report) return report.error();
    evaluation.single = *std::move(report);
    auto matrix = confusionMatrix(gold, predicted, input.labels.size());
    if (!matrix) return matrix.error();
    evaluation.confusion = *std::move(matrix);
    return {};
}

Result<void> addConfidences(const EvaluateInput& input, const EvaluateOptions& options, const LabelColumn& gold,
                            const std::stop_token& stop, Evaluation& evaluation) {
    if (const auto surest = surestLabels(input)) {
        const auto answers = input.several ? scoredAnswers(input.gold, surest->label, surest->confidence)
                                           : scoredAnswers(gold, surest->label, surest->confidence);
        evaluation.coverage = coverageCurve(answers, evaluation.compared());
        if (options.abstain) evaluation.abstaining = evaluation.coverage->at(*options.abstain);
        if (!input.several) {
            evaluation.reliability.emplace();
            for (const ScoredAnswer& answer : answers) evaluation.reliability->add(answer.confidence, answer.correct);
        }
    }
    if (!input.scores) return {};
    auto figures = scoreFigures(input, stop);
    if (!figures) return figures.error();
    evaluation.scores = *std::move(figures);
    if (input.several) evaluation.reliability = evaluation.scores->eachLabel;
    return {};
}

Result<void> addComparison(const EvaluateInput& input, const LabelColumn& gold, Evaluation& evaluation) {
    auto comparison = input.several ? compareRuns(input.predicted, *input.other, input.labels.size(), &input.gold)
                                    : compareRuns(labelColumn(input.predicted), labelColumn(*input.other), input.labels.size(), gold);
    if (!comparison) return comparison.error();
    evaluation.comparison = *std::move(comparison);
    return {};
}

}  // namespace

Result<Evaluation> evaluationOf(const EvaluateInput& input, const EvaluateOptions& options, const std::stop_token& stop) {
    Evaluation evaluation;
    evaluation.rows = input.gold.size();
    for (std::size_t row = 0; row < input.gold.size(); ++row) evaluation.withoutGold += input.gold.missing(row) ? 1 : 0;
    if (evaluation.compared() == 0) {
        const std::string& file = options.goldFile ? *options.goldFile : options.input;
        return Error{ErrorCode::FileMalformed,
                     file + ": the column \"" + options.gold + "\" is empty in every row that has a prediction",
                     {file, options.gold, "no gold"}};
    }
    const LabelColumn gold = input.several ? LabelColumn() : labelColumn(input.gold);
    if (auto added = addReport(input, gold, evaluation); !added) return added.error();
    if (auto added = addConfidences(input, options, gold, stop, evaluation); !added) return added.error();
    if (input.other) {
        if (auto added = addComparison(input, gold, evaluation); !added) return added.error();
    }
    if (!options.population) return evaluation;
    const auto estimate = estimateAccuracy(evaluation.correct(), evaluation.compared(), options.population);
    if (!estimate) {
        return Error{ErrorCode::InvalidArgument,
                     "--population: " + std::to_string(*options.population) + " rows are fewer than the " +
                         std::to_string(evaluation.compared()) + " with gold",
                     {"population", std::to_string(*options.population)}};
    }
    evaluation.estimate = *estimate;
    evaluation.population = *options.population;
    return evaluation;
}

}  // namespace labelwright::cli
