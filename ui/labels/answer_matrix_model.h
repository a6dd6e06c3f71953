#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/domain/label.h"
#include "core/labels/answer_comparison.h"

namespace labelwright::ui {

/// Texts by their label before (rows) and after (columns), the last of each for "no label". GUI thread.
class AnswerMatrixModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int shareRole = Qt::UserRole;  ///< double: part of its row, for the shade

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const LabelSet& before, const LabelSet& after, std::shared_ptr<const AnswerComparison> comparison);
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    LabelSet m_before;
    LabelSet m_after;
    std::shared_ptr<const AnswerComparison> m_comparison;
};

}  // namespace labelwright::ui
