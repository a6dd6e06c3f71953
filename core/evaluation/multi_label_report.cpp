#include "core/evaluation/multi_label_report.h"

#include <algorithm>
#include <vector>

namespace labelwright {
namespace {

void countLabels(std::span<const std::uint32_t> gold, std::span<const std::uint32_t> predicted, std::vector<LabelCounts>& counts) {
    for (const std::uint32_t label : gold) ++counts[label].support;
    for (const std::uint32_t label : predicted) {
        ++counts[label].predicted;
        if (std::binary_search(gold.begin(), gold.end(), label)) ++counts[label].truePositives;
    }
}

}  // namespace

Result<MultiLabelReport> multiLabelReport(const LabelLists& gold, const LabelLists& predicted, std::size_t labelCount,
                                          const ReportOptions& options) {
    if (auto fits = checkLists("gold", gold, gold.size(), labelCount); !fits) return fits.error();
    if (auto fits = checkLists("predicted", predicted, gold.size(), labelCount); !fits) return fits.error();
    MultiLabelReport report;
    std::vector<LabelCounts> counts(labelCount);
    Figures sums;
    std::uint64_t wrong = 0;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        if (gold.missing(row) || predicted.missing(row)) continue;
        const LabelCounts own{commonLabels(gold[row], predicted[row]), predicted[row].size(), gold[row].size()};
        const Figures figures = figuresOf(own);
        ++report.rows;
        report.exact += own.either() == own.truePositives ? 1 : 0;
        wrong += own.either() - own.truePositives;
        sums.precision += figures.precision;
        sums.recall += figures.recall;
        sums.f1 += figures.f1;
        sums.jaccard += figures.jaccard;
        countLabels(gold[row], predicted[row], counts);
    }
    report.figures = labelFigures(counts, options);
    if (report.rows == 0) return report;
    const auto rows = static_cast<double>(report.rows);
    report.subsetAccuracy = static_cast<double>(report.exact) / rows;
    report.subsetInterval = wilsonInterval(static_cast<double>(report.exact), rows, options.level);
    report.hammingLoss = labelCount > 0 ? static_cast<double>(wrong) / (rows * static_cast<double>(labelCount)) : 0;
    report.samples = {sums.precision / rows, sums.recall / rows, sums.f1 / rows, sums.jaccard / rows};
    return report;
}

}  // namespace labelwright
