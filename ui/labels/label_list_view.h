#pragma once

#include <QListView>

namespace labelwright::ui {

/// The list of labels: as high as its rows up to the room there is; digits jump to a label; rows are dragged to other places. A label with
/// others below folds by a click on its arrow or the arrow keys.
class LabelListView : public QListView {
    Q_OBJECT

public:
    explicit LabelListView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Shows only labels whose name holds this; empty: all.
    void setSearch(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QModelIndex& index);  ///< by a click, Return or a digit

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void hideRows();
    bool fold(const QModelIndex& index, bool folded);
    int shownRows() const;
    void fitRows();
    int contentHeight(int rows) const;

    QString m_search;
};

}  // namespace labelwright::ui
