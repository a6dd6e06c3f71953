#pragma once

#include <QColor>
#include <QPalette>
#include <QRect>
#include <QString>

class QPainter;

namespace labelwright::ui {

/// A label's colour as it is (0xRRGGBB), for fills and dots.
QColor labelFill(std::uint32_t colour);
/// The same hue, made lighter or darker until it reads on the palette's background (WCAG 2 contrast of 4.5).
QColor labelInk(std::uint32_t colour, const QPalette& palette);

enum class ChipKind {
    Suggested,  ///< the model's: dashed outline
    Given,      ///< a person's: filled
};
/// Draws a label as a chip at the left of `rect`, vertically centred, its name elided at the right. Returns the width it took.
int drawLabelChip(QPainter& painter, const QRect& rect, const QString& name, std::uint32_t colour, ChipKind kind, const QPalette& palette);
/// The width a chip wants for its name in this font.
int labelChipWidth(const QFontMetrics& metrics, const QString& name);

}  // namespace labelwright::ui
