#include "core/evaluation/classification_report.h"

#include <vector>

namespace labelwright {
namespace {

double share(std::uint64_t part, std::uint64_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

Interval intervalOf(std::uint64_t part, std::uint64_t whole, double level) {
    return wilsonInterval(static_cast<double>(part), static_cast<double>(whole), level);
}

}  // namespace

Result<ClassificationReport> classificationReport(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted,
                                                  std::size_t labelCount, const ReportOptions& options) {
    if (auto fits = checkColumn("gold", gold, gold.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkColumn("predicted", predicted, gold.size(), labelCount); !fits) return fits.error();
    ClassificationReport report;
    std::vector<LabelCounts> counts(labelCount);
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold[row] == missingAnswer || predicted[row] == missingAnswer) continue;
        const bool equal = gold[row] == predicted[row];
        ++report.rows;
        report.correct += equal ? 1 : 0;
        if (gold[row] != noLabel) ++counts[gold[row]].support;
        if (predicted[row] == noLabel) continue;
        ++report.answered;
        ++counts[predicted[row]].predicted;
        if (!equal) continue;
        ++report.answeredCorrect;
        ++counts[gold[row]].truePositives;
    }
    report.accuracy = share(report.correct, report.rows);
    report.accuracyInterval = intervalOf(report.correct, report.rows, options.level);
    report.coverage = share(report.answered, report.rows);
    report.answeredAccuracy = share(report.answeredCorrect, report.answered);
    report.answeredInterval = intervalOf(report.answeredCorrect, report.answered, options.level);
    report.figures = labelFigures(counts, options);
    return report;
}

}  // namespace labelwright
