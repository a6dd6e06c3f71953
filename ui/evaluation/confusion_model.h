#pragma once

#include <QAbstractTableModel>
#include <QPalette>
#include <memory>

#include "ui/evaluation/evaluation.h"

namespace labelwright::ui {

/// Texts by their right label (rows) and the label given (columns), the last of each for "no label". Cells are shaded by their part of the
/// row, errors in another colour than hits. GUI thread.
class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);  ///< null: nothing to show
    void setPalette(const QPalette& palette);
    void retranslate();
    /// What a row or column stands for: a label's number, or noLabel.
    std::uint32_t labelAt(int section) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QVariant shade(std::uint32_t gold, std::uint32_t predicted, std::uint64_t rows) const;

    std::shared_ptr<const Evaluation> m_evaluation;
    std::vector<std::uint64_t> m_rowTotals;  // [K + 1]
    QPalette m_palette;
};

}  // namespace labelwright::ui
