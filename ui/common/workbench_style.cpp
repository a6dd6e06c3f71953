#include "ui/common/workbench_style.h"

#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <QVariant>

#include "ui/common/rounded.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

constexpr const char* lookProperty = "labelwrightLook";

enum class Look { Plain, Primary, Link };

Look lookOf(const QStyleOption& option, const QWidget* widget) {
    const QString look = widget != nullptr ? widget->property(lookProperty).toString() : QString();
    if (look == QLatin1String("primary")) return Look::Primary;
    if (look == QLatin1String("link")) return Look::Link;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    if (button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton)) return Look::Primary;
    return Look::Plain;
}

/// Room left of icon or text in a tool button with text; as much again at its right.
int textButtonInset(const QFontMetrics& metrics) { return metrics.height() / 3; }

bool has(const QStyleOption& option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

}  // namespace

void makePrimary(QAbstractButton& button) {
    button.setProperty(lookProperty, QStringLiteral("primary"));
    QFont font = button.font();
    font.setWeight(QFont::DemiBold);
    button.setFont(font);
}
void makeLink(QAbstractButton& button) { button.setProperty(lookProperty, QStringLiteral("link")); }
void makePlain(QAbstractButton& button) {
    button.setProperty(lookProperty, QVariant());
    QFont font = button.font();
    font.setWeight(QFont::Normal);
    button.setFont(font);
}

WorkbenchStyle::WorkbenchStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WorkbenchStyle::drawButtonPanel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
    const ThemeColours& colours = themeColours(option.palette);
    const bool enabled = has(option, State_Enabled);
    const bool hovered = enabled && has(option, State_MouseOver);
    const bool down = has(option, State_Sunken);
    const bool on = has(option, State_On);
    QColor fill = colours.panel;
    QColor frame = colours.line;
    switch (lookOf(option, widget)) {
        case Look::Primary:
            fill = enabled ? colours.accent : colours.track;
            if (down) fill = isDark(option.palette) ? fill.darker(112) : fill.darker(118);
            else if (hovered) fill = isDark(option.palette) ? fill.lighter(108) : fill.darker(107);
            frame = fill;
            break;
        case Look::Link:
            fill = down || hovered ? colours.accentSoft : QColor(Qt::transparent);
            frame = fill;
            break;
        case Look::Plain:
            if (on || down) fill = colours.accentSoft;
            else if (hovered) fill = colours.window;
            if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange)) frame = colours.accent;
            break;
    }
    drawRounded(painter, option.rect, fill, frame);
}

void WorkbenchStyle::drawFieldFrame(const QStyleOption& option, QPainter& painter) const {
    const ThemeColours& colours = themeColours(option.palette);
    const QColor fill = has(option, State_Enabled) ? option.palette.color(QPalette::Base) : colours.window;
    drawRounded(painter, option.rect, fill, has(option, State_HasFocus) ? colours.accent : colours.line);
}

void WorkbenchStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const {
    const ThemeColours& colours = themeColours(option.palette);
    painter.fillRect(option.rect, has(option, State_MouseOver) ? colours.card : colours.window);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
}

void WorkbenchStyle::drawArrow(const QRect& rect, bool down, const QStyleOption& option, QPainter& painter, const QColor& asked) const {
    const double half = std::max(2.5, option.fontMetrics.height() / 5.5);
    const QPointF centre = QRectF(rect).center();
    const double y = down ? half / 2 : -half / 2;
    QPainterPath path;
    path.moveTo(centre + QPointF(-half, -y));
    path.lineTo(centre + QPointF(0, y));
    path.lineTo(centre + QPointF(half, -y));
    const auto group = has(option, State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const QColor own =
        group == QPalette::Active ? themeColours(option.palette).mutedText : option.palette.color(group, QPalette::ButtonText);
    const QColor ink = asked.isValid() ? asked : own;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.restore();
}

void WorkbenchStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const {
    const ThemeColours& colours = themeColours(option.palette);
    const bool enabled = has(option, State_Enabled);
    const bool set = has(option, State_On) || has(option, State_NoChange);
    const QColor frame = enabled ? colours.mutedText : colours.line;
    const QColor fill = enabled ? colours.accent : colours.line;
    drawRounded(painter, option.rect, set ? fill : option.palette.color(QPalette::Base), set ? fill : frame, 3);
    if (!set) return;
    const QRectF box = QRectF(option.rect);
    const auto at = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    QPainterPath mark;
    mark.moveTo(has(option, State_On) ? at(0.24, 0.52) : at(0.25, 0.5));
    if (has(option, State_On)) mark.lineTo(at(0.43, 0.71));
    mark.lineTo(has(option, State_On) ? at(0.77, 0.31) : at(0.75, 0.5));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(mark);
    painter.restore();
}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const ThemeColours& colours = themeColours(option->palette);
    switch (element) {
        case PE_PanelButtonCommand: drawButtonPanel(*option, *painter, widget); return;
        case PE_PanelButtonTool:
            if (has(*option, State_Raised) || has(*option, State_Sunken) || has(*option, State_On) || has(*option, State_MouseOver)) {
                drawButtonPanel(*option, *painter, widget);
            }
            return;
        case PE_PanelLineEdit:
            // A frameless editor stands inside a box that has drawn its frame already.
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame != nullptr && frame->lineWidth > 0) {
                drawFieldFrame(*option, *painter);
            }
            return;
        case PE_FrameLineEdit: return;
        case PE_FrameFocusRect:
            // Buttons and fields show focus by their frame; in views the current row is marked already.
            if (has(*option, State_KeyboardFocusChange) && qobject_cast<const QAbstractButton*>(widget) != nullptr) {
                drawRounded(*painter, option->rect, Qt::transparent, colours.accent);
            }
            return;
        case PE_IndicatorCheckBox: drawCheckBox(*option, *painter); return;
        case PE_PanelMenuBar: return;
        case PE_PanelStatusBar:
            painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), colours.line);
            return;
        case PE_FrameStatusBarItem: return;
        case PE_Frame:
            painter->save();
            painter->setPen(colours.line);
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        case PE_IndicatorTabTear: return;
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WorkbenchStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const ThemeColours& colours = themeColours(option->palette);
    switch (element) {
        case CE_PushButtonLabel:
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
                const Look look = lookOf(*option, widget);
                QStyleOptionButton copy = *button;
                if (has(*option, State_Enabled) && look != Look::Plain) {
                    copy.palette.setColor(QPalette::ButtonText, look == Look::Primary ? colours.accentText : colours.accent);
                }
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_ToolButtonLabel:
            if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
                const Look look = lookOf(*option, widget);
                QStyleOptionToolButton copy = *button;
                if (has(*option, State_Enabled) && (look == Look::Link || (look == Look::Plain && has(*option, State_On)))) {
                    copy.palette.setColor(QPalette::ButtonText, colours.accent);
                } else if (has(*option, State_Enabled) && look == Look::Primary) {
                    copy.palette.setColor(QPalette::ButtonText, colours.accentText);
                }
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_HeaderLabel:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
                QStyleOptionHeaderV2 copy;
                if (const auto* second = qstyleoption_cast<const QStyleOptionHeaderV2*>(option)) copy = *second;
                else static_cast<QStyleOptionHeader&>(copy) = *header;
                copy.palette.setColor(QPalette::ButtonText, colours.mutedText);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_ComboBoxLabel:
            if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
                QStyleOptionComboBox copy = *box;
                const int icon = box->currentIcon.isNull() ? 0 : box->iconSize.width() + 8;
                const int room = proxy()->subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - icon - 2;
                copy.currentText = option->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        case CE_HeaderSection:
        case CE_HeaderEmptyArea: drawHeaderSection(*option, *painter); return;
        case CE_MenuBarEmptyArea: painter->fillRect(option->rect, colours.panel); return;
        case CE_MenuBarItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
                painter->fillRect(option->rect, colours.panel);
                const bool active = has(*option, State_Selected) || has(*option, State_Sunken);
                if (active) drawRounded(*painter, option->rect.adjusted(1, 2, -1, -2), colours.accentSoft, Qt::transparent);
                const uint flags =
                    Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine |
                    (styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
                proxy()->drawItemText(painter, item->rect, static_cast<int>(flags), item->palette, has(*option, State_Enabled), item->text,
                                      QPalette::WindowText);
                return;
            }
            break;
        case CE_Splitter:
            painter->fillRect(option->rect.height() > option->rect.width()
                                  ? QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height())
                                  : QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              colours.line);
            return;
        case CE_ProgressBarGroove: drawBar(*painter, option->rect, colours.track); return;
        case CE_ProgressBarContents:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
                bar != nullptr && bar->maximum > bar->minimum) {
                const double share = (bar->progress - bar->minimum) / double(bar->maximum - bar->minimum);
                QRect part = bar->rect;
                part.setWidth(static_cast<int>(part.width() * share));
                drawBar(*painter, part, colours.accent);
                return;
            }
            break;
        default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WorkbenchStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const {
    const ThemeColours& colours = themeColours(option.palette);
    const QRect groove = option.rect;
    painter.fillRect(groove,
                     widget != nullptr && widget->parentWidget() != nullptr ? widget->palette().color(QPalette::Window) : colours.panel);
    QRect handle = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    if (option.minimum == option.maximum) return;
    const bool active = option.activeSubControls.testFlag(SC_ScrollBarSlider);
    const int gap = active ? 2 : 3;
    handle = option.orientation == Qt::Vertical ? handle.adjusted(gap, 1, -gap, -1) : handle.adjusted(1, gap, -1, -gap);
    drawBar(painter, handle, active ? colours.mutedText : option.palette.color(QPalette::Dark));
}

void WorkbenchStyle::drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const {
    if (option.frame) {
        if (option.editable) drawFieldFrame(option, painter);
        else drawButtonPanel(option, painter, widget);
    }
    drawArrow(proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget), true, option, painter);
}

void WorkbenchStyle::drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) const {
    if (option.frame) drawFieldFrame(option, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        QStyleOptionSpinBox copy = option;
        const bool possible =
            option.stepEnabled.testFlag(part == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        copy.state.setFlag(State_Enabled, possible && has(option, State_Enabled));
        const QRect rect = proxy()->subControlRect(CC_SpinBox, &option, part, widget);
        if (option.activeSubControls.testFlag(part) && possible && has(option, State_MouseOver)) {
            painter.fillRect(rect.adjusted(0, 1, -1, 0), themeColours(option.palette).accentSoft);
        }
        drawArrow(rect, part == SC_SpinBoxDown, copy, painter);
    }
}

void WorkbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const {
    switch (control) {
        case CC_ComboBox:
            if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
                drawComboBox(*box, *painter, widget);
                return;
            }
            break;
        case CC_SpinBox:
            if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
                drawSpinBox(*box, *painter, widget);
                return;
            }
            break;
        case CC_ScrollBar:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
                drawScrollBar(*bar, *painter, widget);
                return;
            }
            break;
        case CC_ToolButton:
            if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
                // Framed tool buttons look like push buttons; a menu is shown by one small arrow in the same frame.
                QStyleOptionToolButton copy = *button;
                const bool framed = !has(*option, State_AutoRaise);
                if (framed || has(*option, State_MouseOver) || has(*option, State_Sunken) || has(*option, State_On)) {
                    drawButtonPanel(*option, *painter, widget);
                }
                const bool menu = copy.features.testFlag(QStyleOptionToolButton::HasMenu);
                const int arrow = menu ? proxy()->pixelMetric(PM_MenuButtonIndicator, option, widget) : 0;
                const bool text = copy.toolButtonStyle != Qt::ToolButtonIconOnly && !copy.text.isEmpty();
                copy.rect.adjust(text ? textButtonInset(option->fontMetrics) : 0, 0, -arrow, 0);
                proxy()->drawControl(CE_ToolButtonLabel, &copy, painter, widget);
                if (menu) {
                    QRect rect = option->rect;
                    rect.setLeft(rect.right() - arrow - arrow / 4);
                    const bool primary = has(*option, State_Enabled) && lookOf(*option, widget) == Look::Primary;
                    drawArrow(rect, true, *option, *painter, primary ? themeColours(option->palette).accentText : QColor());
                }
                return;
            }
            break;
        default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WorkbenchStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar != nullptr && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)) return {};
        if (bar != nullptr && part == SC_ScrollBarGroove) return bar->rect;
        if (bar != nullptr && (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
            const bool vertical = bar->orientation == Qt::Vertical;
            const int length = vertical ? bar->rect.height() : bar->rect.width();
            const double range = double(bar->maximum) - bar->minimum;
            const int least = std::min(length, 2 * option->fontMetrics.height());
            const int size =
                range <= 0 ? length : std::clamp(static_cast<int>(length * (bar->pageStep / (range + bar->pageStep))), least, length);
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
            const auto span = [&](int from, int count) {
                return vertical ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), count)
                                : QRect(bar->rect.x() + from, bar->rect.y(), count, bar->rect.height());
            };
            if (part == SC_ScrollBarSlider) return span(start, size);
            if (part == SC_ScrollBarSubPage) return span(0, start);
            return span(start + size, length - start - size);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect WorkbenchStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        // An editor inside a box has its room already.
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            rect.adjust(option->fontMetrics.height() / 5, 0, -option->fontMetrics.height() / 5, 0);
    }
    return rect;
}

QSize WorkbenchStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const QFontMetrics metrics = option != nullptr ? option->fontMetrics : QFontMetrics(QFont());
    switch (type) {
        case CT_PushButton:
            result.setWidth(std::max(size.width() + metrics.height() + 4, 0));
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button != nullptr) {
                if (button->features.testFlag(QStyleOptionButton::HasMenu))
                    result.rwidth() += pixelMetric(PM_MenuButtonIndicator, option, widget);
            }
            result.setHeight(controlHeight(metrics));
            break;
        case CT_LineEdit:
        case CT_ComboBox:
        case CT_SpinBox: result.setHeight(std::max(controlHeight(metrics), size.height())); break;
        case CT_ToolButton:
            if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
                const bool text = button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
                result.setHeight(controlHeight(metrics));
                if (text) result.setWidth(size.width() + 2 * textButtonInset(metrics));
                else result.setWidth(std::max(controlHeight(metrics), size.width()));
                if (button->features.testFlag(QStyleOptionToolButton::HasMenu))
                    result.rwidth() += pixelMetric(PM_MenuButtonIndicator, option, widget);
            }
            break;
        case CT_MenuBarItem: result = QSize(size.width() + metrics.height(), controlHeight(metrics)); break;
        case CT_HeaderSection: result.setHeight(controlHeight(metrics)); break;
        default: break;
    }
    return result;
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ScrollBarExtent: return 12;
        case PM_ButtonIconSize:
        case PM_SmallIconSize:
        case PM_ToolBarIconSize: return 16;
        case PM_HeaderMargin: return option != nullptr ? option->fontMetrics.height() / 3 : 6;
        case PM_SplitterWidth: return 5;
        case PM_MenuBarPanelWidth:
        case PM_MenuBarVMargin: return 0;
        case PM_MenuBarHMargin: return 6;
        case PM_MenuBarItemSpacing: return 0;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical: return 0;
        case PM_ScrollView_ScrollBarSpacing: return 0;
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WorkbenchStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const {
    switch (hint) {
        case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
        case SH_EtchDisabledText: return 0;
        case SH_ItemView_ShowDecorationSelected: return 1;
        case SH_ScrollView_FrameOnlyAroundContents: return 0;
        case SH_ToolTip_WakeUpDelay: return 500;
        case SH_UnderlineShortcut: return 1;
        default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

}  // namespace labelwright::ui
