#include "ui/labels/label_list_view.h"

#include <QKeyEvent>

#include "ui/labels/label_list_model.h"
#include "ui/labels/label_row_delegate.h"

namespace labelwright::ui {

LabelListView::LabelListView(QWidget* parent) : QListView(parent) {
    setItemDelegate(new LabelRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(EditKeyPressed);
    setSelectionMode(SingleSelection);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QListView::clicked, this, &LabelListView::chosen);
}

void LabelListView::setModel(QAbstractItemModel* newModel) {
    QListView::setModel(newModel);
    connect(newModel, &QAbstractItemModel::modelReset, this, &LabelListView::fitRows);
    fitRows();
}

void LabelListView::fitRows() {
    setMaximumHeight(contentHeight(model() != nullptr ? model()->rowCount() : 0));
    updateGeometry();
}

int LabelListView::contentHeight(int rows) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return rows * itemDelegate()->sizeHint(option, {}).height();
}

QSize LabelListView::sizeHint() const {
    return {QListView::sizeHint().width(), contentHeight(model() != nullptr ? model()->rowCount() : 0)};
}

QSize LabelListView::minimumSizeHint() const {
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    return {fontMetrics().height() * 8, contentHeight(std::min(rows, 4))};
}

void LabelListView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitRows();
}

void LabelListView::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (state() == EditingState || !plain) {
        QListView::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        if (currentIndex().isValid()) emit chosen(currentIndex());
        return;
    }
    const QString key = event->text();
    if (key.size() == 1 && key[0].isDigit()) {
        for (int row = 0; row < model()->rowCount(); ++row) {
            const QModelIndex index = model()->index(row, 0);
            if (index.data(LabelListModel::KeyRole).toString() != key) continue;
            setCurrentIndex(index);
            emit chosen(index);
            break;
        }
        return;
    }
    QListView::keyPressEvent(event);
}

}  // namespace labelwright::ui
