#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>

namespace labelwright::ui {

/// The corner radius of controls and cards.
constexpr double cornerRadius = 5;

/// A filled rectangle with round corners and a hairline frame (either may be transparent).
void drawRounded(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& frame, double radius = cornerRadius);
/// A bar with fully round ends.
void drawBar(QPainter& painter, const QRectF& rect, const QColor& fill);

}  // namespace labelwright::ui
