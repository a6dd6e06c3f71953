#include "ui/labels/label_row_delegate.h"

#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/common/label_ink.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/labels/label_list_model.h"

namespace labelwright::ui {
namespace {

constexpr int deepestIndent = 6;  // deeper labels still need room for their names

/// The parts of a row, all from the font's height.
struct RowParts {
    RowParts(const QRect& row, const QFontMetrics& metrics, const QModelIndex& index) {
        const int unit = metrics.height();
        const int indent = std::min(index.data(LabelListModel::DepthRole).toInt(), deepestIndent) * unit;
        const QRect inner = row.adjusted(unit / 3 + indent, 0, -unit / 3, 0);
        const int side = unit * 5 / 9;
        square = QRect(inner.left(), inner.top() + (inner.height() - side + 1) / 2, side, side);
        text = inner.adjusted(side + unit / 2, 0, 0, 0);
    }
    QRect square;
    QRect text;
};

int keyWidth(const QFontMetrics& metrics, const QString& key) {
    return std::max(metrics.horizontalAdvance(key) + metrics.height() / 2, metrics.height());
}

}  // namespace

QRect LabelRowDelegate::arrow(const QRect& row, const QFontMetrics& metrics, const QModelIndex& index) {
    const int unit = metrics.height();
    int right = row.right() - unit / 3;
    if (const QVariant count = index.data(LabelListModel::CountRole); count.isValid())
        right -= metrics.horizontalAdvance(QLocale().toString(count.toULongLong())) + unit / 2;
    const int side = unit * 5 / 4;
    return {right - side, row.top() + (row.height() - side) / 2, side, side};
}

QSize LabelRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int unit = option.fontMetrics.height();
    return {8 * unit, unit * 17 / 10};
}

void LabelRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColours& colours = themeColours(option.palette);
    const QFontMetrics& metrics = option.fontMetrics;
    const RowParts parts(option.rect, metrics, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);

    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool ring = option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
        drawRounded(*painter, option.rect, colours.accentSoft, ring ? colours.accent : QColor(Qt::transparent), 4);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        drawRounded(*painter, option.rect, colours.window, Qt::transparent, 4);
    }

    const bool isLabel = !index.data(LabelListModel::LabelIdRole).toString().isEmpty();
    if (isLabel) {
        const QColor fill = labelFill(index.data(LabelListModel::ColourRole).toUInt());
        drawRounded(*painter, parts.square, fill, Qt::transparent, 2);
    } else {
        drawRounded(*painter, parts.square, Qt::transparent, colours.mutedText, 2);
    }

    QRect text = parts.text;
    const QVariant count = index.data(LabelListModel::CountRole);
    if (count.isValid()) {
        const QString figure = QLocale().toString(count.toULongLong());
        painter->setPen(isLabel ? colours.text : colours.mutedText);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, figure);
        text.setRight(text.right() - metrics.horizontalAdvance(figure) - metrics.height() / 2);
    }
    if (const QVariant folded = index.data(LabelListModel::FoldRole); folded.isValid()) {
        const QRectF box = QRectF(arrow(option.rect, metrics, index)).adjusted(4, 4, -4, -4);
        const QPointF middle = box.center();
        const double reach = box.width() / 4;
        QPolygonF point;
        if (folded.toBool())
            point << middle + QPointF(-reach / 2, -reach) << middle + QPointF(reach / 2, 0) << middle + QPointF(-reach / 2, reach);
        else point << middle + QPointF(-reach, -reach / 2) << middle + QPointF(0, reach / 2) << middle + QPointF(reach, -reach / 2);
        painter->setPen(QPen(colours.mutedText, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(point);
        text.setRight(text.right() - metrics.height());
    }
    const QString key = index.data(LabelListModel::KeyRole).toString();
    QFont keyFont = option.font;
    keyFont.setPointSizeF(option.font.pointSizeF() * 0.82);
    const QFontMetrics keyMetrics(keyFont);
    const int keySpace = key.isEmpty() ? 0 : keyWidth(keyMetrics, key) + metrics.height() / 2;
    const QString name = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width() - keySpace);
    painter->setPen(isLabel ? colours.text : colours.mutedText);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (!key.isEmpty()) {
        const int height = keyMetrics.height() + 2;
        const QRect box(text.left() + metrics.horizontalAdvance(name) + metrics.height() / 2, text.top() + (text.height() - height) / 2,
                        keyWidth(keyMetrics, key), height);
        drawRounded(*painter, box, colours.panel, colours.line, 3);
        painter->setFont(keyFont);
        painter->setPen(colours.mutedText);
        painter->drawText(box, Qt::AlignCenter | Qt::TextSingleLine, key);
    }
    painter->restore();
}

QWidget* LabelRowDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("labelNameEditor"));
    editor->setAccessibleName(tr("Name of the label"));
    return editor;
}

void LabelRowDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const RowParts parts(option.rect, option.fontMetrics, index);
    QRect rect = option.rect;
    rect.setLeft(parts.text.left() - option.fontMetrics.height() / 3);
    editor->setGeometry(rect);
}

}  // namespace labelwright::ui
