#pragma once

#include <QStyledItemDelegate>

namespace labelwright::ui {

/// Draws a row of LabelListModel: its place in the tree, colour, name, key, count; edits the name in place.
class LabelRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where a click folds and unfolds the labels below; only of a label that has some.
    static QRect arrow(const QRect& row, const QFontMetrics& metrics, const QModelIndex& index);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace labelwright::ui
