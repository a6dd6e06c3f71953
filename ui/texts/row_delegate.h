#pragma once

#include <QStyledItemDelegate>

namespace labelwright::ui {

class TextsModel;

/// Paints the cells of a TextsModel: texts elided at the right, labels as chips (dashed: the model's suggestion; filled: a person's word),
/// the state as icon and word, confidence as a bar with its figure. Greyed while the scores are of another model than the one chosen.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(const TextsModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Space at the left and right of a cell's content.
    static int padding(const QFontMetrics& metrics) { return metrics.height() / 3; }
    static int rowHeight(const QFontMetrics& metrics) { return metrics.height() + metrics.height() * 2 / 3; }

private:
    void paintState(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const;
    void paintChips(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const;
    void paintConfidence(QPainter& painter, const QRect& rect, const QModelIndex& index, const QPalette& palette) const;

    const TextsModel& m_model;
};

}  // namespace labelwright::ui
