#include "ui/labels/label_list_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

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
    connect(newModel, &QAbstractItemModel::modelReset, this, &LabelListView::hideRows);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, &LabelListView::hideRows);
    if (auto* labels = qobject_cast<LabelListModel*>(newModel))
        connect(labels, &LabelListModel::foldsChanged, this, &LabelListView::hideRows);
    hideRows();
}

void LabelListView::setSearch(const QString& text) {
    m_search = text.trimmed();
    hideRows();
}

void LabelListView::hideRows() {
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const bool found = index.data().toString().contains(m_search, Qt::CaseInsensitive);
        // What is looked for shows although it may be folded away.
        setRowHidden(row, m_search.isEmpty() ? index.data(LabelListModel::HiddenRole).toBool() : !found);
    }
    fitRows();
}

int LabelListView::shownRows() const {
    int shown = 0;
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row) shown += isRowHidden(row) ? 0 : 1;
    return shown;
}

bool LabelListView::fold(const QModelIndex& index, bool folded) {
    auto* labels = qobject_cast<LabelListModel*>(model());
    const QVariant now = index.data(LabelListModel::FoldRole);
    if (labels == nullptr || !now.isValid() || now.toBool() == folded) return false;
    labels->setFolded(index.data(LabelListModel::LabelIdRole).toString(), folded);
    return true;
}

void LabelListView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.data(LabelListModel::FoldRole).isValid() &&
        LabelRowDelegate::arrow(visualRect(index), fontMetrics(), index).contains(event->position().toPoint())) {
        fold(index, !index.data(LabelListModel::FoldRole).toBool());
        return;
    }
    QListView::mousePressEvent(event);
}

void LabelListView::fitRows() {
    setMaximumHeight(contentHeight(shownRows()));
    updateGeometry();
}

int LabelListView::contentHeight(int rows) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return rows * itemDelegate()->sizeHint(option, {}).height();
}

QSize LabelListView::sizeHint() const { return {QListView::sizeHint().width(), contentHeight(shownRows())}; }

QSize LabelListView::minimumSizeHint() const { return {fontMetrics().height() * 8, contentHeight(std::min(shownRows(), 4))}; }

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
    const bool folds = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (folds && fold(currentIndex(), event->key() == Qt::Key_Left)) return;
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
