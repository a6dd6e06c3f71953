#include "ui/evaluation/confusion_model.h"

#include <QBrush>
#include <QLocale>
#include <algorithm>

#include "ui/common/theme.h"
#include "ui/evaluation/figure_words.h"

namespace labelwright::ui {

void ConfusionModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation) {
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_rowTotals.assign(static_cast<std::size_t>(rowCount()), 0);
    if (m_evaluation) {
        for (const ConfusionCell& cell : m_evaluation->confusion.cells())
            m_rowTotals[std::min<std::size_t>(cell.gold, m_rowTotals.size() - 1)] += cell.rows;
    }
    endResetModel();
}

void ConfusionModel::setPalette(const QPalette& palette) {
    m_palette = palette;
    retranslate();
}

void ConfusionModel::retranslate() {
    if (rowCount() == 0) return;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::uint32_t ConfusionModel::labelAt(int section) const {
    return section + 1 < rowCount() ? static_cast<std::uint32_t>(section) : noLabel;
}

int ConfusionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->labels.labels.size()) + 1;
}

int ConfusionModel::columnCount(const QModelIndex& parent) const { return rowCount(parent); }

Qt::ItemFlags ConfusionModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const std::uint32_t gold = labelAt(index.row());
    const std::uint32_t predicted = labelAt(index.column());
    const std::uint64_t rows = m_evaluation->confusion.at(gold, predicted);
    switch (role) {
        case Qt::DisplayRole: return rows == 0 ? QString() : QLocale().toString(qulonglong(rows));
        case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
        case Qt::BackgroundRole: return rows == 0 ? QVariant() : shade(gold, predicted, rows);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return tr("%1: %n text(s)", nullptr, static_cast<int>(rows)).arg(cellName(m_evaluation->labels, gold, predicted));
        default: return {};
    }
}

QVariant ConfusionModel::shade(std::uint32_t gold, std::uint32_t predicted, std::uint64_t rows) const {
    const ThemeColours& colours = themeColours(m_palette);
    QColor colour = gold == predicted ? colours.accent : colours.bad;
    const std::uint64_t total = m_rowTotals[std::min<std::size_t>(gold, m_rowTotals.size() - 1)];
    colour.setAlphaF(0.08F + 0.42F * static_cast<float>(rows) / static_cast<float>(std::max<std::uint64_t>(total, 1)));
    return QBrush(colour);
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section >= rowCount() || !m_evaluation) return {};
    const std::uint32_t label = labelAt(section);
    const QString name = label == noLabel ? tr("No label") : QString::fromStdString(m_evaluation->labels.labels[label].name);
    if (role == Qt::DisplayRole) return name;
    if (role == Qt::ToolTipRole) return orientation == Qt::Horizontal ? tr("Given: %1").arg(name) : tr("Right: %1").arg(name);
    return {};
}

}  // namespace labelwright::ui
