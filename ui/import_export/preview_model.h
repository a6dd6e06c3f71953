#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/io/text_import.h"

namespace labelwright::ui {

/// The first rows of a source as they would be read; the text column stands out. GUI thread.
class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const ImportPreview& preview);
    int textColumn() const noexcept { return m_textColumn; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ImportPreview m_preview;
    int m_textColumn = -1;
};

/// Rejected rows: line, reason, what was found, content.
class RejectsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<RejectedRow> rows);
    /// Shared, so that a thread can write them to a file.
    const std::shared_ptr<const std::vector<RejectedRow>>& rows() const noexcept { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const std::vector<RejectedRow>> m_rows = std::make_shared<const std::vector<RejectedRow>>();
};

}  // namespace labelwright::ui
