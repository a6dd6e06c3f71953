#include "ui/import_export/preview_model.h"

#include <QApplication>
#include <QFont>
#include <algorithm>

#include "ui/common/error_text.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

constexpr int longestCell = 300;  // characters shown; the tooltip has no more either

QString shown(const std::string& cell) {
    QString text = QString::fromStdString(cell).left(longestCell);
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}  // namespace

void PreviewModel::setPreview(const ImportPreview& preview) {
    beginResetModel();
    m_preview = preview;
    const auto found = std::find(preview.columns.begin(), preview.columns.end(), preview.options.textColumn.value_or(std::string()));
    m_textColumn = found == preview.columns.end() ? -1 : static_cast<int>(found - preview.columns.begin());
    if (m_textColumn < 0 && preview.columns.size() == 1) m_textColumn = 0;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size()); }

int PreviewModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_preview.columns.size()); }

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    const auto& row = m_preview.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size()) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return shown(row[column]);
    if (role == Qt::BackgroundRole && index.column() == m_textColumn) return themeColours(QApplication::palette()).accentSoft;
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole) return QString::number(m_preview.lines[static_cast<std::size_t>(section)]);
        return {};
    }
    if (role == Qt::DisplayRole) return QString::fromStdString(m_preview.columns[static_cast<std::size_t>(section)]);
    if (role == Qt::FontRole && section == m_textColumn) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

void RejectsModel::setRows(std::vector<RejectedRow> rows) {
    beginResetModel();
    m_rows = std::make_shared<const std::vector<RejectedRow>>(std::move(rows));
    endResetModel();
}

int RejectsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows->size()); }

int RejectsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 4; }

QVariant RejectsModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const RejectedRow& row = (*m_rows)[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case 0: return QString::number(row.line);
        case 1: return rejectReasonText(row.reason);
        case 2: return QString::fromStdString(row.detail);
        default: return shown(row.content);
    }
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case 0: return tr("Line");
        case 1: return tr("Reason");
        case 2: return tr("Found");
        default: return tr("Content");
    }
}

}  // namespace labelwright::ui
