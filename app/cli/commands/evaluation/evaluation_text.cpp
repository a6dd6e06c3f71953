#include "app/cli/commands/evaluation/evaluation_text.h"

#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/cli/commands/console.h"

namespace labelwright::cli {
namespace {

constexpr std::size_t confusionsPrinted = 10;

std::string decimal(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(4) << value;
    return text.str();
}

std::string range(const Interval& interval) { return decimal(interval.low) + " to " + decimal(interval.high); }

std::vector<std::string> cellsOf(const std::string& name, const Figures& figures) {
    return {name, decimal(figures.precision), decimal(figures.recall), decimal(figures.f1)};
}

void printLabels(const EvaluateInput& input, const LabelFigureTable& table, const Figures* samples) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t k = 0; k < table.labels.size(); ++k) {
        rows.push_back(cellsOf(input.labels[k], table.labels[k].figures));
        rows.back().push_back(groupedNumber(table.labels[k].counts.support));
        rows.back().push_back(range(table.labels[k].f1));
    }
    const auto average = [&rows](const char* name, const Figures& figures) {
        rows.push_back(cellsOf(name, figures));
        rows.back().resize(6);
    };
    average("(micro)", table.micro);
    average("(macro)", table.macro);
    average("(weighted)", table.weighted);
    if (samples != nullptr) average("(samples)", *samples);
    printTable({"label", "precision", "recall", "F1", "support", "F1, 95 %"}, rows);
}

void printHead(const EvaluateInput& input, const Evaluation& evaluation) {
    std::cout << groupedNumber(evaluation.compared()) << " rows compared, " << groupedNumber(evaluation.withoutGold) << " without gold";
    if (input.goldWithoutRow > 0) std::cout << ", " << groupedNumber(input.goldWithoutRow) << " with gold but no prediction";
    std::cout << "\n\n";
}

void printReport(const EvaluateInput& input, const ClassificationReport& report) {
    printLabels(input, report.figures, nullptr);
    std::cout << "\naccuracy            " << decimal(report.accuracy) << "  (95 %: " << range(report.accuracyInterval) << ")\n";
    if (report.answered == report.rows) return;
    std::cout << "coverage            " << decimal(report.coverage) << "  (rows given a label)\n"
              << "accuracy of these   " << decimal(report.answeredAccuracy) << "  (95 %: " << range(report.answeredInterval) << ")\n";
}

void printReport(const EvaluateInput& input, const MultiLabelReport& report) {
    printLabels(input, report.figures, &report.samples);
    std::cout << "\nsubset accuracy     " << decimal(report.subsetAccuracy) << "  (95 %: " << range(report.subsetInterval) << ")\n"
              << "Jaccard, samples    " << decimal(report.samples.jaccard) << '\n'
              << "Hamming loss        " << decimal(report.hammingLoss) << '\n';
}

void printCalibration(const Evaluation& evaluation) {
    if (evaluation.coverage) std::cout << "area under risk     " << decimal(evaluation.coverage->areaUnderRisk) << '\n';
    if (evaluation.abstaining) {
        std::cout << "abstaining < " << decimal(evaluation.abstaining->threshold) << " coverage "
                  << decimal(evaluation.coverage->coverage(*evaluation.abstaining)) << ", accuracy "
                  << decimal(evaluation.abstaining->accuracy()) << '\n';
    }
    if (evaluation.reliability) std::cout << "calibration (ECE)   " << decimal(evaluation.reliability->expectedError()) << '\n';
    if (!evaluation.scores) return;
    std::cout << "Brier score         " << decimal(evaluation.scores->scores.brier()) << '\n'
              << "log loss            " << decimal(evaluation.scores->scores.logLoss()) << '\n';
    if (const auto& fit = evaluation.scores->factor) {
        std::cout << "temperature times   " << decimal(fit->temperature) << "  would make the log loss " << decimal(fit->logLoss)
                  << " and the ECE " << decimal(fit->expectedError) << (fit->atBound ? " (the end of what is tried)" : "") << '\n';
    }
}

void printConfusions(const EvaluateInput& input, const ConfusionMatrix& matrix) {
    const auto nameOf = [&](std::uint32_t label) { return label == noLabel ? std::string("(none)") : input.labels[label]; };
    std::vector<std::vector<std::string>> rows;
    for (const ConfusionCell& cell : matrix.confusions(confusionsPrinted))
        rows.push_back({nameOf(cell.gold), nameOf(cell.predicted), groupedNumber(cell.rows)});
    if (rows.empty()) return;
    std::cout << '\n';
    printTable({"gold", "predicted instead", "rows"}, rows);
}

void printComparison(const RunComparison& comparison) {
    const GoldComparison& gold = *comparison.gold;
    std::cout << "\nagreement with the other run " << decimal(comparison.agreement) << " (95 %: " << range(comparison.agreementInterval)
              << "), " << groupedNumber(comparison.differing.size()) << " of " << groupedNumber(comparison.rows) << " rows differ";
    if (comparison.kappa) std::cout << ", kappa " << decimal(*comparison.kappa);
    std::cout << "\ncorrect: this run " << groupedNumber(gold.firstCorrect) << ", the other " << groupedNumber(gold.secondCorrect) << " of "
              << groupedNumber(gold.rows) << "; only this one " << groupedNumber(gold.test.onlyFirst) << ", only the other "
              << groupedNumber(gold.test.onlySecond) << "\nMcNemar's test, "
              << (gold.test.method == McNemarMethod::ExactBinomial ? "exact" : "chi-squared with continuity correction")
              << ": p = " << std::setprecision(4) << gold.test.pValue << '\n';
}

}  // namespace

void printEvaluation(const EvaluateInput& input, const Evaluation& evaluation) {
    printHead(input, evaluation);
    if (evaluation.single) printReport(input, *evaluation.single);
    if (evaluation.several) printReport(input, *evaluation.several);
    printCalibration(evaluation);
    if (const auto& estimate = evaluation.estimate) {
        std::cout << "\nof all " << groupedNumber(evaluation.population) << " rows " << decimal(estimate->accuracy)
                  << " are right (95 %: " << range(estimate->interval) << "); " << groupedNumber(estimate->rowsToHalve)
                  << " more rows with gold would halve this interval\n";
    }
    if (evaluation.confusion) printConfusions(input, *evaluation.confusion);
    if (evaluation.comparison) printComparison(*evaluation.comparison);
}

}  // namespace labelwright::cli
