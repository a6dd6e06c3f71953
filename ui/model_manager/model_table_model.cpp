#include "ui/model_manager/model_table_model.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/model_manager/model_texts.h"

namespace labelwright::ui {

void ModelTableModel::setModels(std::vector<ModelEntry> models) {
    beginResetModel();
    m_models = std::move(models);
    endResetModel();
}

int ModelTableModel::rowOf(const std::string& id) const {
    for (std::size_t row = 0; row < m_models.size(); ++row)
        if (m_models[row].id == id) return static_cast<int>(row);
    return -1;
}

void ModelTableModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ModelTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_models.size()); }

QString ModelTableModel::text(const ModelEntry& model, int column) {
    switch (column) {
        case Name: return QString::fromStdString(model.name);
        case Family: return familyText(model);
        case Size:
            return model.weightBytes > 0 ? QLocale().formattedDataSize(static_cast<qint64>(model.weightBytes), 0, QLocale::DataSizeSIFormat)
                                         : QString();
        case Licence: return model.licence.empty() ? tr("Not stated") : QString::fromStdString(model.licence);
        case Languages: {
            QStringList languages;
            for (const std::string& language : model.languages) languages << QString::fromStdString(language);
            return languages.join(tr(", "));
        }
        case Origin: return originText(model.origin);
        case Status: return statusText(model);
        default: return {};
    }
}

QVariant ModelTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const ModelEntry& model = m_models[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return text(model, index.column());
        case Qt::ToolTipRole: {
            const QString tip = index.column() == Name ? detailsText(model) : text(model, index.column());
            return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(tip.toHtmlEscaped());
        }
        case Qt::TextAlignmentRole: return int((index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::DecorationRole:
            if (index.column() != Status) return {};
            return model.usable() ? themedIcon(QStringLiteral("check")) : themedIcon(QStringLiteral("warning"), IconInk::Notice);
        case Qt::ForegroundRole:
            if (!model.usable() && index.column() == Status) return themeColours(QGuiApplication::palette()).noticeText;
            return {};
        default: return {};
    }
}

QVariant ModelTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Model");
        case Family: return tr("Kind");
        case Size: return tr("Size");
        case Licence: return tr("Licence");
        case Languages: return tr("Languages");
        case Origin: return tr("Where");
        case Status: return tr("Status");
        default: return {};
    }
}

}  // namespace labelwright::ui
