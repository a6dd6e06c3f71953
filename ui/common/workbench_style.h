#pragma once

#include <QAbstractButton>
#include <QProxyStyle>

namespace labelwright::ui {

/// Marks the one main action of a window or page: drawn in the accent colour. A dialog's default button is drawn so without this.
void makePrimary(QAbstractButton& button);
/// A button that is only its text in the accent colour until the pointer is over it.
void makeLink(QAbstractButton& button);
/// Takes either mark away again.
void makePlain(QAbstractButton& button);

/// Fusion with flat, rounded, hairline-framed controls of equal height, in the palette's colours. Nothing here has pixel sizes for text:
/// heights follow the font.
class WorkbenchStyle : public QProxyStyle {
    Q_OBJECT

public:
    WorkbenchStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;

    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;

    /// Height of buttons, line edits, boxes for a font.
    static int controlHeight(const QFontMetrics& metrics) { return metrics.height() + metrics.height() / 2; }

private:
    void drawButtonPanel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawFieldFrame(const QStyleOption& option, QPainter& painter) const;
    void drawHeaderSection(const QStyleOption& option, QPainter& painter) const;
    void drawArrow(const QRect& rect, bool down, const QStyleOption& option, QPainter& painter, const QColor& ink = {}) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) const;
};

}  // namespace labelwright::ui
