#include "ui/charts/score_bars.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/common/rounded.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

QString figure(float value) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(double(value), 'f', 2); }

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

}  // namespace

/// Left edges and widths in pixels.
struct ScoreBars::Columns {
    int nameWidth = 0;
    int barLeft = 0;
    int barWidth = 0;
    int figureWidth = 0;
};

ScoreBars::ScoreBars(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void ScoreBars::setScores(std::vector<ScoreBar> scores) {
    m_scores = std::move(scores);
    describe();
    updateGeometry();
    update();
}

void ScoreBars::setThreshold(std::optional<float> threshold) {
    m_threshold = threshold;
    update();
}

void ScoreBars::describe() {
    setAccessibleName(tr("Scores"));
    QStringList lines;
    for (const ScoreBar& bar : m_scores) {
        const QString text = bar.given ? tr("%1: %2, given") : tr("%1: %2");
        lines << text.arg(bar.name, figure(bar.value));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

int ScoreBars::rowHeight() const { return fontMetrics().height() * 3 / 2; }

ScoreBars::Columns ScoreBars::columns() const {
    const QFontMetrics bold(boldOf(font()));
    const int gap = fontMetrics().height() / 2;
    Columns columns;
    for (const ScoreBar& bar : m_scores) columns.nameWidth = std::max(columns.nameWidth, bold.horizontalAdvance(bar.name));
    columns.nameWidth = std::clamp(columns.nameWidth, fontMetrics().height() * 3, std::max(width() * 2 / 5, fontMetrics().height() * 3));
    columns.figureWidth = bold.horizontalAdvance(figure(0.88F));
    columns.barLeft = columns.nameWidth + gap;
    columns.barWidth = std::max(0, width() - columns.barLeft - columns.figureWidth - gap);
    return columns;
}

QSize ScoreBars::sizeHint() const { return {fontMetrics().height() * 18, rowHeight() * static_cast<int>(m_scores.size())}; }

QSize ScoreBars::minimumSizeHint() const { return {fontMetrics().height() * 9, sizeHint().height()}; }

void ScoreBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours& colours = themeColours(palette());
    const Columns column = columns();
    const int thickness = std::max(4, fontMetrics().height() / 2);
    for (std::size_t i = 0; i < m_scores.size(); ++i) {
        const ScoreBar& bar = m_scores[i];
        const int top = static_cast<int>(i) * rowHeight();
        const bool scored = !std::isnan(bar.value);
        painter.setFont(bar.given ? boldOf(font()) : font());
        painter.setPen(scored ? colours.text : colours.mutedText);
        const QString name = painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, column.nameWidth);
        painter.drawText(QRect(0, top, column.nameWidth, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        painter.drawText(QRect(width() - column.figureWidth, top, column.figureWidth, rowHeight()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, figure(bar.value));

        const QRectF track(column.barLeft, top + (rowHeight() - thickness) / 2.0, column.barWidth, thickness);
        drawBar(painter, track, colours.track);
        if (scored && bar.value > 0) {
            const double share = std::clamp(double(bar.value), 0.0, 1.0);
            QRectF filled = track;
            filled.setWidth(std::max(2.0, track.width() * share));
            drawBar(painter, filled, bar.colour);
        }
        if (m_threshold) {
            const double x = track.left() + track.width() * std::clamp(double(*m_threshold), 0.0, 1.0);
            painter.fillRect(QRectF(x - 0.5, top + rowHeight() * 0.17, 1, rowHeight() * 0.66), colours.text);
        }
    }
}

bool ScoreBars::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / std::max(1, rowHeight());
        if (row >= 0 && row < static_cast<int>(m_scores.size())) {
            const ScoreBar& bar = m_scores[static_cast<std::size_t>(row)];
            const QString value = std::isnan(bar.value) ? tr("not scored yet") : QLocale().toString(double(bar.value), 'f', 4);
            QToolTip::showText(help->globalPos(), tr("%1: %2").arg(bar.name, value).toHtmlEscaped(), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) describe();
    return QWidget::event(event);
}

}  // namespace labelwright::ui
