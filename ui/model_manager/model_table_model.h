#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/checkpoint/model_catalog.h"

namespace labelwright::ui {

/// The models found on this computer. GUI thread.
class ModelTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Family, Size, Licence, Languages, Origin, Status, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setModels(std::vector<ModelEntry> models);
    const std::vector<ModelEntry>& models() const noexcept { return m_models; }
    int rowOf(const std::string& id) const;  ///< -1: not there
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const ModelEntry& model, int column);

    std::vector<ModelEntry> m_models;
};

}  // namespace labelwright::ui
