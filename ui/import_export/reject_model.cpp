#include "ui/import_export/reject_model.h"

#include <QLocale>

#include "ui/common/error_text.h"

namespace labelwright::ui {

void RejectModel::setRows(Rows rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RejectModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RejectModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows->size()); }

QVariant RejectModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole && index.column() == Line) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const RejectedRow& row = (*m_rows)[static_cast<std::size_t>(index.row())];
    const QString content = QString::fromStdString(row.content);
    switch (index.column()) {
        case Line: return role == Qt::DisplayRole ? QLocale().toString(qulonglong(row.line)) : QVariant();
        case Reason: return rejectReasonText(row.reason);
        case Detail: return QString::fromStdString(row.detail);
        case Content:
            if (role == Qt::DisplayRole) return content.left(400).simplified();
            return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(content.left(2000).toHtmlEscaped());
        default: return {};
    }
}

QVariant RejectModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Line: return tr("Line");
        case Reason: return tr("Reason");
        case Detail: return tr("Details");
        case Content: return tr("Content");
        default: return {};
    }
}

}  // namespace labelwright::ui
