#include "ui/charts/evaluation_views.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

struct EvaluationViews {
    Q_DECLARE_TR_FUNCTIONS(EvaluationViews)
};

constexpr std::size_t mostPoints = 400;
constexpr float mostAbstain = 0.99F;  // what can be set by hand

QString percent(double share) { return QStringLiteral("%1%").arg(QLocale().toString(share * 100, 'f', 1)); }

}  // namespace

QString coverageMarkerName(const CoverageCurve& curve, float abstain) {
    const CoveragePoint point = curve.at(abstain);
    return EvaluationViews::tr("No label below %1: %2 answered, %3 of them right")
        .arg(QLocale().toString(double(abstain), 'f', 2), percent(curve.coverage(point)), percent(point.accuracy()));
}

float abstainForCoverage(const CoverageCurve& curve, double coverage) {
    if (curve.points.empty()) return 0;
    const auto distance = [&](const CoveragePoint& point) { return std::abs(curve.coverage(point) - coverage); };
    const auto nearest = std::min_element(curve.points.begin(), curve.points.end(),
                                          [&](const CoveragePoint& a, const CoveragePoint& b) { return distance(a) < distance(b); });
    if (std::next(nearest) == curve.points.end()) return 0;  // everything is answered
    return std::clamp(std::floor(nearest->threshold * 100) / 100, 0.0F, mostAbstain);
}

ChartData coverageView(const CoverageCurve& curve, float abstain, const QPalette& palette) {
    const ThemeColours& colours = themeColours(palette);
    ChartData data;
    data.shape = ChartData::Shape::Curves;
    data.title = EvaluationViews::tr("Accuracy by coverage");
    data.categoryTitle = EvaluationViews::tr("Coverage: share of the texts that get a label");
    data.valueTitle = EvaluationViews::tr("Accuracy of these");
    data.decimals = 3;
    ChartData::Series accuracy{data.valueTitle, colours.accent, {}};
    ChartData::Series threshold{EvaluationViews::tr("No label below"), {}, {}, ChartData::Drawing::ListOnly};
    double least = 1;
    for (const CoveragePoint& point : thinned(curve, mostPoints)) {
        data.positions.push_back(curve.coverage(point));
        accuracy.values.push_back(point.accuracy());
        threshold.values.push_back(double(point.threshold));
        least = std::min(least, point.accuracy());
    }
    data.leastValue = std::max(0.0, std::floor(least * 10 - 1) / 10);
    data.series = {std::move(accuracy), std::move(threshold)};
    data.marker = curve.coverage(curve.at(abstain));
    data.markerName = coverageMarkerName(curve, abstain);
    data.markerMoves = true;
    return data;
}

ChartData reliabilityView(const Reliability& reliability, SelectionMode mode, const QPalette& palette) {
    const ThemeColours& colours = themeColours(palette);
    const QLocale locale;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    ChartData data;
    data.shape = ChartData::Shape::Curves;
    data.title = EvaluationViews::tr("Reliability");
    data.categoryTitle = mode == SelectionMode::SingleBest ? EvaluationViews::tr("Confidence") : EvaluationViews::tr("Probability");
    data.valueTitle = EvaluationViews::tr("Share that is right");
    data.decimals = 3;
    data.diagonal = true;
    ChartData::Series accuracy{data.valueTitle, colours.accent, {}, ChartData::Drawing::Points};
    ChartData::Series mean{EvaluationViews::tr("Mean"), {}, {}, ChartData::Drawing::ListOnly};
    ChartData::Series low{EvaluationViews::tr("At least (95%)"), {}, {}, ChartData::Drawing::ListOnly};
    ChartData::Series high{EvaluationViews::tr("At most (95%)"), {}, {}, ChartData::Drawing::ListOnly};
    ChartData::Series count{EvaluationViews::tr("Answers"), {}, {}, ChartData::Drawing::ListOnly};
    count.decimals = 0;
    for (const ReliabilityBin& bin : reliability.bins()) {
        const bool empty = bin.count == 0;
        data.categories.push_back(EvaluationViews::tr("%1 – %2").arg(locale.toString(bin.low, 'f', 1), locale.toString(bin.high, 'f', 1)));
        data.positions.push_back(empty ? (bin.low + bin.high) / 2 : bin.meanProbability);
        mean.values.push_back(empty ? none : bin.meanProbability);
        accuracy.values.push_back(empty ? none : bin.accuracy);
        accuracy.low.push_back(bin.interval.low);
        accuracy.high.push_back(bin.interval.high);
        low.values.push_back(empty ? none : bin.interval.low);
        high.values.push_back(empty ? none : bin.interval.high);
        count.values.push_back(double(bin.count));
    }
    data.series = {std::move(mean), std::move(accuracy), std::move(low), std::move(high), std::move(count)};
    return data;
}

ChartData temperatureView(const TemperatureFit& fit, const QPalette& palette) {
    const ThemeColours& colours = themeColours(palette);
    const QLocale locale;
    ChartData data;
    data.title = EvaluationViews::tr("Calibration by temperature");
    data.categoryTitle = EvaluationViews::tr("Figure");
    data.valueTitle = EvaluationViews::tr("Less is better");
    data.decimals = 4;
    ChartData::Series values{EvaluationViews::tr("Value"), {}, {}};
    const auto add = [&](const QString& name, float temperature, double value, const QColor& colour) {
        data.categories.push_back(EvaluationViews::tr("%1 at temperature %2").arg(name, locale.toString(double(temperature), 'g', 3)));
        data.colours.push_back(colour);
        values.values.push_back(value);
    };
    const QString error = EvaluationViews::tr("Calibration error (ECE)");
    const QString loss = EvaluationViews::tr("Log loss (NLL)");
    add(error, fit.before, fit.expectedErrorBefore, colours.mutedText);
    add(error, fit.temperature, fit.expectedError, colours.accent);
    add(loss, fit.before, fit.logLossBefore, colours.mutedText);
    add(loss, fit.temperature, fit.logLoss, colours.accent);
    data.series.push_back(std::move(values));
    return data;
}

}  // namespace labelwright::ui
