#pragma once

#include <QListView>

namespace labelwright::ui {

/// The list of labels: as high as its rows up to the room there is; digits jump to a label; rows are dragged to other places.
class LabelListView : public QListView {
    Q_OBJECT

public:
    explicit LabelListView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QModelIndex& index);  ///< by a click, Return or a digit

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitRows();
    int contentHeight(int rows) const;
};

}  // namespace labelwright::ui
