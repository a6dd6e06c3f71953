#include "ui/common/label_ink.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/common/rounded.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

double linear(double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

/// WCAG 2 relative luminance.
double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

QColor labelFill(std::uint32_t colour) { return QColor(static_cast<QRgb>(colour)); }

QColor labelInk(std::uint32_t colour, const QPalette& palette) {
    const QColor background = themeColours(palette).panel;
    QColor ink = labelFill(colour);
    const float step = isDark(palette) ? 0.03F : -0.03F;
    while (contrast(ink, background) < 4.5) {
        float hue = 0;
        float saturation = 0;
        float lightness = 0;
        ink.getHslF(&hue, &saturation, &lightness);
        if (lightness + step <= 0 || lightness + step >= 1) break;
        ink = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness + step);
    }
    return ink;
}

int labelChipWidth(const QFontMetrics& metrics, const QString& name) { return metrics.horizontalAdvance(name) + metrics.height(); }

int drawLabelChip(QPainter& painter, const QRect& rect, const QString& name, std::uint32_t colour, ChipKind kind, const QPalette& palette) {
    const QFontMetrics metrics = painter.fontMetrics();
    const int padding = metrics.height() / 2;
    const int width = std::min(labelChipWidth(metrics, name), rect.width());
    const int height = std::min(metrics.height() + 2, rect.height());
    const QRect chip(rect.left(), rect.top() + (rect.height() - height) / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = labelFill(colour);
    if (kind == ChipKind::Given) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(chip), 4, 4);
        painter.setPen(contrast(fill, Qt::white) >= contrast(fill, Qt::black) ? Qt::white : Qt::black);
    } else {
        const QColor ink = labelInk(colour, palette);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(ink);
    }
    const QRect textRect = chip.adjusted(padding, 0, -padding, 0);
    painter.drawText(textRect, Qt::AlignCenter | Qt::TextSingleLine, metrics.elidedText(name, Qt::ElideRight, textRect.width()));
    painter.restore();
    return width;
}

}  // namespace labelwright::ui
