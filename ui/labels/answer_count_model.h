#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/domain/label.h"
#include "core/labels/answer_comparison.h"

namespace labelwright::ui {

/// How many texts each label has now and would have: a row for each label of either set, those that are merged in named beside it, and one
/// for texts without a label. GUI thread.
class AnswerCountModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Now, Then, Change, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing to count yet.
    void setComparison(const LabelSet& before, const LabelSet& after, std::shared_ptr<const AnswerComparison> comparison);
    void retranslate();
    void setTitles(const QString& now, const QString& then);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;  ///< empty: texts without a label
        QString now;   ///< "23 + 15" where two become one
        std::uint64_t before = 0;
        std::uint64_t after = 0;
        std::uint32_t colour = 0;
    };
    void fill(const LabelSet& before, const LabelSet& after, const AnswerComparison& comparison);

    std::vector<Row> m_rows;
    QString m_nowTitle;
    QString m_thenTitle;
};

}  // namespace labelwright::ui
