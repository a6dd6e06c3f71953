#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "core/io/text_import.h"

namespace labelwright::ui {

/// Rows that were not imported, with line and reason. GUI thread.
class RejectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Rows = std::shared_ptr<const std::vector<RejectedRow>>;
    enum Column { Line, Reason, Detail, Content, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(Rows rows);
    const Rows& rows() const noexcept { return m_rows; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Rows m_rows = std::make_shared<const std::vector<RejectedRow>>();
};

}  // namespace labelwright::ui
