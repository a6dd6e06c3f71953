#include "ui/charts/chart_views.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/common/label_ink.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

struct ChartViews {
    Q_DECLARE_TR_FUNCTIONS(ChartViews)
};

template <std::size_t N>
std::vector<double> asDoubles(const std::array<std::uint64_t, N>& counts) {
    return {counts.begin(), counts.end()};
}

/// Where the line between "given" and "not given" lies, if there is one.
std::optional<double> border(const Selection& selection) {
    if (selection.mode == SelectionMode::EveryAboveThreshold) return double(std::max(selection.threshold, selection.abstain));
    if (selection.abstain > 0) return double(selection.abstain);
    return std::nullopt;
}

void setBorder(ChartData& data, const Selection& selection) {
    data.marker = border(selection);
    if (!data.marker) return;
    const QString figure = QLocale().toString(*data.marker, 'f', 2);
    data.markerName = selection.mode == SelectionMode::EveryAboveThreshold ? ChartViews::tr("Threshold %1").arg(figure)
                                                                           : ChartViews::tr("No label below %1").arg(figure);
}

}  // namespace

ChartData confidenceView(const ConfidenceOverview& overview, const Selection& selection, const QPalette& palette) {
    const ThemeColours& colours = themeColours(palette);
    ChartData data;
    data.shape = ChartData::Shape::Histogram;
    data.title = ChartViews::tr("How sure the model is");
    data.categoryTitle = ChartViews::tr("Confidence");
    data.valueTitle = ChartViews::tr("Texts");
    const QLocale locale;
    for (std::size_t i = 0; i < ConfidenceOverview::bins; ++i) {
        const auto edge = [&](std::size_t n) { return locale.toString(double(n) / ConfidenceOverview::bins, 'f', 2); };
        data.categories.push_back(ChartViews::tr("%1 – %2").arg(edge(i), edge(i + 1)));
    }
    data.series.push_back({ChartViews::tr("With a label"), colours.accent, asDoubles(overview.labeled)});
    if (overview.abstained > 0)
        data.series.push_back({ChartViews::tr("Without a label"), colours.mutedText, asDoubles(overview.withoutLabel)});
    setBorder(data, selection);
    return data;
}

ChartData labelCountView(const ConfidenceOverview& overview, const LabelSet& labels, const QPalette& palette) {
    ChartData data;
    data.title = ChartViews::tr("Texts by label");
    data.categoryTitle = ChartViews::tr("Label");
    data.valueTitle = ChartViews::tr("Texts");
    ChartData::Series counts{data.valueTitle, {}, {}};
    const auto add = [&](const QString& name, const QColor& colour, std::uint64_t count) {
        data.categories.push_back(name);
        data.colours.push_back(colour);
        counts.values.push_back(double(count));
    };
    for (std::size_t i = 0; i < labels.labels.size() && i < overview.labelCounts.size(); ++i)
        add(QString::fromStdString(labels.labels[i].name), labelFill(labels.labels[i].colour), overview.labelCounts[i]);
    const ThemeColours& colours = themeColours(palette);
    if (overview.abstained > 0) add(ChartViews::tr("No label"), colours.mutedText, overview.abstained);
    if (overview.unscored > 0) add(ChartViews::tr("Not labeled yet"), colours.track, overview.unscored);
    data.series.push_back(std::move(counts));
    return data;
}

ChartData rowView(std::size_t row, std::span<const float> probabilities, const LabelSet& labels, const Selection& selection) {
    ChartData data;
    data.title = ChartViews::tr("Scores of row %1").arg(QLocale().toString(qulonglong(row + 1)));
    data.categoryTitle = ChartViews::tr("Label");
    data.valueTitle = ChartViews::tr("Probability");
    data.decimals = 2;
    data.fullScale = 1;
    std::vector<std::size_t> order(std::min(probabilities.size(), labels.labels.size()));
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) { return std::isnan(probabilities[i]) ? -1.0F : probabilities[i]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    ChartData::Series scores{data.valueTitle, {}, {}};
    for (const std::size_t i : order) {
        data.categories.push_back(QString::fromStdString(labels.labels[i].name));
        data.colours.push_back(labelFill(labels.labels[i].colour));
        scores.values.push_back(double(probabilities[i]));
    }
    data.series.push_back(std::move(scores));
    setBorder(data, selection);
    return data;
}

QString meaningOfScores(const Selection& selection, std::size_t labelCount) {
    if (selection.mode == SelectionMode::EveryAboveThreshold || labelCount == 1)
        return ChartViews::tr("Each label is judged alone: the probabilities need not add up to 1.");
    return ChartViews::tr("The %n label(s) share the probability: together they make 1.", nullptr, static_cast<int>(labelCount));
}

}  // namespace labelwright::ui
