#include "ui/common/rounded.h"

#include <algorithm>

namespace labelwright::ui {

void drawRounded(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& frame, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(frame.alpha() == 0 ? Qt::NoPen : QPen(frame, 1));
    painter.setBrush(fill.alpha() == 0 ? Qt::NoBrush : QBrush(fill));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void drawBar(QPainter& painter, const QRectF& rect, const QColor& fill) {
    if (rect.width() <= 0 || rect.height() <= 0) return;
    const double radius = std::min({rect.width(), rect.height(), 2 * cornerRadius}) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

}  // namespace labelwright::ui
