#include "core/evaluation/label_figures.h"

#include <algorithm>

namespace labelwright {
namespace {

double ratio(double part, double whole) noexcept { return whole > 0 ? part / whole : 0; }

/// A weighted mean of figures; 0 if nothing was added.
class Mean {
public:
    void add(const Figures& figures, double weight) {
        m_sum.precision += weight * figures.precision;
        m_sum.recall += weight * figures.recall;
        m_sum.f1 += weight * figures.f1;
        m_sum.jaccard += weight * figures.jaccard;
        m_weight += weight;
    }
    Figures value() const {
        return {ratio(m_sum.precision, m_weight), ratio(m_sum.recall, m_weight), ratio(m_sum.f1, m_weight), ratio(m_sum.jaccard, m_weight)};
    }

private:
    Figures m_sum;
    double m_weight = 0;
};

LabelFigures figuresWithIntervals(const LabelCounts& counts, double level) {
    const auto right = static_cast<double>(counts.truePositives);
    const Interval jaccard = wilsonInterval(right, static_cast<double>(counts.either()), level);
    const auto f1Of = [](double j) { return 2 * j / (1 + j); };
    return {counts, figuresOf(counts), wilsonInterval(right, static_cast<double>(counts.predicted), level),
            wilsonInterval(right, static_cast<double>(counts.support), level), Interval{f1Of(jaccard.low), f1Of(jaccard.high)}};
}

}  // namespace

Figures figuresOf(const LabelCounts& counts) noexcept {
    const auto right = static_cast<double>(counts.truePositives);
    const auto predicted = static_cast<double>(counts.predicted);
    const auto support = static_cast<double>(counts.support);
    return {ratio(right, predicted), ratio(right, support), ratio(2 * right, predicted + support),
            ratio(right, static_cast<double>(counts.either()))};
}

LabelFigureTable labelFigures(std::span<const LabelCounts> counts, const ReportOptions& options) {
    LabelFigureTable table;
    LabelCounts all;
    Mean macro;
    Mean weighted;
    for (const LabelCounts& label : counts) {
        table.labels.push_back(figuresWithIntervals(label, options.level));
        const Figures& figures = table.labels.back().figures;
        if (options.averaged == AveragedLabels::All || label.either() > 0) macro.add(figures, 1);
        weighted.add(figures, static_cast<double>(label.support));
        all.truePositives += label.truePositives;
        all.predicted += label.predicted;
        all.support += label.support;
    }
    table.micro = figuresOf(all);
    table.macro = macro.value();
    table.weighted = weighted.value();
    return table;
}

}  // namespace labelwright
