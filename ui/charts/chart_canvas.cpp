#include "ui/charts/chart_canvas.h"

#include <qcustomplot.h>

#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

constexpr double pictureScale = 2;

QString figure(double value, int decimals) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', decimals); }

double valueOr0(double value) { return std::isnan(value) ? 0 : value; }

}  // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QWidget(parent) {
    m_plot = new QCustomPlot;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);  // nothing to drag or select
    m_plot->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartCanvas::showChart(ChartData chart) {
    m_data = std::move(chart);
    setAccessibleName(m_data.title);
    updateGeometry();
    draw();
}

QSize ChartCanvas::minimumSizeHint() const {
    const int unit = fontMetrics().height();
    const int rows = m_data.shape == ChartData::Shape::HorizontalBars ? static_cast<int>(m_data.categories.size()) : 0;
    return {unit * 22, std::max(unit * 14, rows * unit * 8 / 5 + unit * 4)};
}

double ChartCanvas::largestValue() const {
    double largest = 0;
    for (std::size_t i = 0; i < m_data.categories.size(); ++i) {
        double sum = 0;
        for (const ChartData::Series& series : m_data.series) sum += valueOr0(series.values[i]);
        largest = std::max(largest, sum);
    }
    return m_data.fullScale.value_or(largest > 0 ? largest : 1);
}

void ChartCanvas::draw() {
    m_plot->clearPlottables();
    m_plot->clearItems();
    m_plot->legend->setVisible(false);
    drawAxes();
    switch (m_data.shape) {
        case ChartData::Shape::Histogram: drawHistogram(); break;
        case ChartData::Shape::HorizontalBars: drawBars(); break;
        case ChartData::Shape::Curves: drawCurves(); break;
    }
    drawMarker();
    setCursor(m_data.markerMoves ? Qt::SplitHCursor : Qt::ArrowCursor);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ChartCanvas::drawAxes() {
    const ThemeColours& colours = themeColours(palette());
    m_plot->setBackground(colours.panel);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(colours.line));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(colours.mutedText);
        axis->setLabelColor(colours.mutedText);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->setLabelPadding(fontMetrics().height() / 3);
        axis->grid()->setPen(QPen(colours.line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setRangeReversed(false);
    }
    m_plot->setLocale(QLocale());
}

void ChartCanvas::drawHistogram() {
    const std::size_t bins = m_data.categories.size();
    m_plot->xAxis->setLabel(m_data.categoryTitle);
    m_plot->yAxis->setLabel(m_data.valueTitle);
    QSharedPointer<QCPAxisTickerFixed> fifths(new QCPAxisTickerFixed);
    fifths->setTickStep(0.2);
    m_plot->xAxis->setTicker(fifths);
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(1);
    m_plot->xAxis->setRange(0, 1);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setVisible(true);
    QSharedPointer<QCPAxisTicker> counts(new QCPAxisTicker);
    counts->setTickCount(5);
    m_plot->yAxis->setTicker(counts);
    m_plot->yAxis->setNumberFormat(QStringLiteral("gbd"));
    m_plot->yAxis->setNumberPrecision(7);
    m_plot->yAxis->setRange(0, largestValue() * 1.08);

    const double step = 1.0 / static_cast<double>(bins);
    QCPBars* below = nullptr;
    for (const ChartData::Series& series : m_data.series) {
        auto* bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
        bars->setName(series.name);
        bars->setWidth(step * 0.86);
        bars->setPen(Qt::NoPen);
        bars->setBrush(series.colour);
        for (std::size_t i = 0; i < bins; ++i) bars->addData((static_cast<double>(i) + 0.5) * step, series.values[i]);
        if (below != nullptr) bars->moveAbove(below);
        below = bars;
    }
    if (m_data.series.size() > 1) showLegend();
}

void ChartCanvas::showLegend() {
    const ThemeColours& colours = themeColours(palette());
    m_plot->legend->setVisible(true);
    m_plot->legend->setFont(font());
    m_plot->legend->setTextColor(colours.text);
    m_plot->legend->setBrush(colours.panel);
    m_plot->legend->setBorderPen(QPen(colours.line));
    m_plot->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignTop);
}

void ChartCanvas::drawCurves() {
    const ThemeColours& colours = themeColours(palette());
    m_plot->xAxis->setLabel(m_data.categoryTitle);
    m_plot->yAxis->setLabel(m_data.valueTitle);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        QSharedPointer<QCPAxisTicker> ticker(new QCPAxisTicker);
        ticker->setTickCount(5);
        axis->setTicker(ticker);
        axis->setNumberFormat(QStringLiteral("gbd"));
        axis->setNumberPrecision(3);
        axis->grid()->setVisible(true);
    }
    const double least = m_data.leastValue.value_or(0);
    m_plot->xAxis->setRange(0, 1);
    m_plot->yAxis->setRange(least, 1 + (1 - least) * 0.05);
    if (m_data.diagonal) {
        auto* equal = new QCPItemLine(m_plot);
        equal->setPen(QPen(colours.mutedText, 1, Qt::DashLine));
        equal->start->setCoords(0, 0);
        equal->end->setCoords(1, 1);
    }
    int drawn = 0;
    for (const ChartData::Series& series : m_data.series) {
        if (series.drawing == ChartData::Drawing::ListOnly) continue;
        ++drawn;
        if (series.drawing == ChartData::Drawing::Points) {
            drawPoints(series);
            continue;
        }
        auto* line = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
        line->setName(series.name);
        line->setPen(QPen(series.colour, 2));
        for (std::size_t i = 0; i < m_data.positions.size(); ++i) line->addData(m_data.positions[i], series.values[i]);
    }
    if (drawn > 1) showLegend();
}

void ChartCanvas::drawPoints(const ChartData::Series& series) {
    auto* points = new QCPGraph(m_plot->xAxis, m_plot->yAxis);
    points->setName(series.name);
    points->setPen(QPen(series.colour, 2));
    points->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, series.colour, fontMetrics().height() / 2.2));
    auto* ranges = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
    ranges->removeFromLegend();
    ranges->setDataPlottable(points);
    ranges->setPen(QPen(series.colour, 1));
    for (std::size_t i = 0; i < m_data.positions.size(); ++i) {
        if (std::isnan(series.values[i])) continue;  // an empty place would break the line
        points->addData(m_data.positions[i], series.values[i]);
        if (!series.low.empty()) ranges->addData(series.values[i] - series.low[i], series.high[i] - series.values[i]);
    }
}

void ChartCanvas::drawBars() {
    const auto count = static_cast<double>(m_data.categories.size());
    const double largest = largestValue();
    const ThemeColours& colours = themeColours(palette());
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    m_plot->xAxis->setLabel(m_data.valueTitle);
    m_plot->yAxis->setLabel(QString());
    m_plot->yAxis->setRange(m_data.marker ? -1.2 : -0.7, count - 0.3);  // room above for the marker's name
    m_plot->yAxis->setRangeReversed(true);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->xAxis->grid()->setVisible(true);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    m_plot->xAxis->setNumberFormat(QStringLiteral("gbd"));
    m_plot->xAxis->setNumberPrecision(7);
    m_plot->xAxis->setRange(0, largest * 1.14);  // room for the figures
    const QFontMetrics metrics(font());
    const int nameWidth = std::max(metrics.height() * 5, width() / 3);
    for (std::size_t i = 0; i < m_data.categories.size(); ++i) {
        const auto place = static_cast<double>(i);
        const double value = m_data.series.front().values[i];
        auto* bar = new QCPBars(m_plot->yAxis, m_plot->xAxis);
        bar->setWidth(0.62);
        bar->setPen(Qt::NoPen);
        bar->setBrush(m_data.colours[i]);
        bar->addData(place, valueOr0(value));
        names->addTick(place, metrics.elidedText(m_data.categories[i], Qt::ElideRight, nameWidth));
        auto* text = new QCPItemText(m_plot);
        text->setText(figure(value, m_data.decimals));
        text->setFont(font());
        text->setColor(colours.text);
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        text->setPadding(QMargins(metrics.height() / 3, 0, 0, 0));
        text->position->setCoords(valueOr0(value), place);
    }
    m_plot->yAxis->setTicker(names);
    m_plot->yAxis->setTickLabelColor(colours.text);
}

void ChartCanvas::drawMarker() {
    if (!m_data.marker) return;
    const ThemeColours& colours = themeColours(palette());
    auto* line = new QCPItemStraightLine(m_plot);
    line->setPen(QPen(colours.text, 1, Qt::DashLine));
    line->point1->setCoords(*m_data.marker, 0);
    line->point2->setCoords(*m_data.marker, 1);
    auto* text = new QCPItemText(m_plot);
    text->setText(m_data.markerName);
    text->setFont(font());
    text->setColor(colours.mutedText);
    const bool rightHalf = *m_data.marker > 0.6 * m_plot->xAxis->range().upper;
    text->setPositionAlignment((rightHalf ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    const int gap = fontMetrics().height() / 3;
    text->setPadding(QMargins(gap, gap, gap, gap));
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(*m_data.marker, 0);
}

QPixmap ChartCanvas::picture() { return m_plot->toPixmap(width(), height(), pictureScale); }

bool ChartCanvas::savePng(const QString& file) { return m_plot->savePng(file, width(), height(), pictureScale); }

bool ChartCanvas::savePdf(const QString& file) {
    return m_plot->savePdf(file, width(), height(), QCP::epAllowCosmetic, QCoreApplication::applicationName(), m_data.title);
}

bool ChartCanvas::saveSvg(const QString& file) {
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly)) return false;
    {
        QSvgGenerator svg;
        svg.setOutputDevice(&saved);
        svg.setSize(size());
        svg.setViewBox(rect());
        svg.setTitle(m_data.title);
        QCPPainter painter;
        if (!painter.begin(&svg)) return false;
        m_plot->toPainter(&painter, width(), height());
    }
    return saved.commit();
}

void ChartCanvas::setMarker(double marker, const QString& name) {
    m_data.marker = marker;
    m_data.markerName = name;
    draw();
}

double ChartCanvas::positionUnder(const QMouseEvent& event) const {
    return std::clamp(m_plot->xAxis->pixelToCoord(event.position().x()), 0.0, 1.0);
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    if (m_data.markerMoves && event->button() == Qt::LeftButton) emit markerMoving(positionUnder(*event));
    else QWidget::mousePressEvent(event);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_data.markerMoves && event->buttons().testFlag(Qt::LeftButton)) emit markerMoving(positionUnder(*event));
    else QWidget::mouseMoveEvent(event);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_data.markerMoves && event->button() == Qt::LeftButton) emit markerMoved(positionUnder(*event));
    else QWidget::mouseReleaseEvent(event);
}

void ChartCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (m_plot != nullptr && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) draw();
}

}  // namespace labelwright::ui
