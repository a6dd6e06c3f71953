#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "ui/evaluation/evaluation.h"

namespace labelwright::ui {

/// Precision, recall and F1 of each label with their intervals. GUI thread.
class LabelFiguresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Support, Predicted, Precision, Recall, F1, Errors, ColumnCount };
    static constexpr int sortRole = Qt::UserRole;       ///< a number, or the name
    static constexpr int labelRole = Qt::UserRole + 1;  ///< number of the row's label

    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);  ///< null: nothing to show
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Evaluation> m_evaluation;
};

}  // namespace labelwright::ui
