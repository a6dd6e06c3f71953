#include "ui/texts/range_histogram.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

constexpr double step = 0.05;  // a bar

double rounded(double value) { return std::clamp(std::round(value / step) * step, 0.0, 1.0); }

}  // namespace

RangeHistogram::RangeHistogram(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("confidenceRange"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

QSize RangeHistogram::sizeHint() const { return {fontMetrics().height() * 10, fontMetrics().height() * 5}; }

QRectF RangeHistogram::plot() const {
    const double text = fontMetrics().height() * 1.2;
    return QRectF(rect()).adjusted(6, 4, -6, -text);
}

double RangeHistogram::placeOf(double value) const { return plot().left() + value * plot().width(); }

double RangeHistogram::valueAt(double x) const { return rounded((x - plot().left()) / plot().width()); }

void RangeHistogram::setCounts(const Counts& counts) {
    m_counts = counts;
    update();
}

void RangeHistogram::setRange(double least, double most) {
    m_least = std::clamp(least, 0.0, 1.0);
    m_most = std::clamp(most, m_least, 1.0);
    retranslate();
    update();
}

void RangeHistogram::move(End end, double value) {
    const double least = end == End::Least ? std::min(value, rounded(m_most - step)) : m_least;
    const double most = end == End::Most ? std::max(value, rounded(m_least + step)) : m_most;
    if (least == m_least && most == m_most) return;
    setRange(least, most);
    emit rangeChanged(m_least, m_most);
}

void RangeHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours colours = themeColours(palette());
    const QRectF area = plot();
    const std::uint64_t highest = std::max<std::uint64_t>(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const double width = area.width() / double(m_counts.size());
    painter.setPen(Qt::NoPen);
    for (std::size_t bin = 0; bin < m_counts.size(); ++bin) {
        const double from = double(bin) / double(m_counts.size());
        const bool inside = from >= m_least - 1e-9 && from < m_most - 1e-9;
        // A few texts still show beside many.
        const double height = m_counts[bin] == 0 ? 0 : std::max(2.0, area.height() * std::sqrt(double(m_counts[bin]) / double(highest)));
        painter.setBrush(inside ? palette().color(QPalette::Highlight) : colours.line);
        painter.drawRect(QRectF(area.left() + double(bin) * width + 0.5, area.bottom() - height, width - 1, height));
    }
    painter.setBrush(colours.line);
    painter.drawRect(QRectF(area.left(), area.bottom(), area.width(), 1));
    for (const double value : {m_least, m_most}) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawLine(QPointF(placeOf(value), area.top()), QPointF(placeOf(value), area.bottom()));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawEllipse(QPointF(placeOf(value), area.bottom()), 5, 5);
    }
    painter.setPen(palette().color(QPalette::Text));
    const QRectF text(area.left(), area.bottom() + 4, area.width(), height() - area.bottom() - 4);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(m_least, 'f', 2));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_most, 'f', 2));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void RangeHistogram::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const double x = event->position().x();
    // The nearer end; where both stand together, the one on the side of the pointer.
    const double toLeast = std::abs(x - placeOf(m_least)), toMost = std::abs(x - placeOf(m_most));
    m_dragged = toLeast < toMost || (toLeast == toMost && x < placeOf(m_least)) ? End::Least : End::Most;
    move(m_dragged, valueAt(x));
}

void RangeHistogram::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    const bool near = std::abs(x - placeOf(m_least)) < 8 || std::abs(x - placeOf(m_most)) < 8;
    setCursor(near || m_dragged != End::None ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (m_dragged != End::None) move(m_dragged, valueAt(x));
}

void RangeHistogram::mouseReleaseEvent(QMouseEvent*) { m_dragged = End::None; }

void RangeHistogram::keyPressEvent(QKeyEvent* event) {
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0) return QWidget::keyPressEvent(event);
    const End end = event->modifiers().testFlag(Qt::ShiftModifier) ? End::Most : End::Least;
    move(end, rounded((end == End::Most ? m_most : m_least) + direction * step));
}

void RangeHistogram::retranslate() {
    const QLocale locale;
    setAccessibleName(tr("Confidence from %1 to %2").arg(locale.toString(m_least, 'f', 2), locale.toString(m_most, 'f', 2)));
    setToolTip(tr("Drag an end to see only texts of this confidence; arrow keys move the lower end, with Shift the upper one"));
}

void RangeHistogram::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace labelwright::ui
