#include "ui/labels/answer_matrix_model.h"

#include <QLocale>

namespace labelwright::ui {

void AnswerMatrixModel::setComparison(const LabelSet& before, const LabelSet& after, std::shared_ptr<const AnswerComparison> comparison) {
    beginResetModel();
    m_before = before;
    m_after = after;
    m_comparison = std::move(comparison);
    endResetModel();
}

int AnswerMatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_comparison ? 0 : static_cast<int>(m_comparison->labelsBefore) + 1;
}

int AnswerMatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_comparison ? 0 : static_cast<int>(m_comparison->labelsAfter) + 1;
}

QVariant AnswerMatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const std::uint64_t count = m_comparison->at(row, static_cast<std::size_t>(index.column()));
    switch (role) {
        case Qt::DisplayRole: return count == 0 ? QString() : QLocale().toString(qulonglong(count));
        case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
        case shareRole: {
            std::uint64_t all = 0;
            for (std::size_t k = 0; k <= m_comparison->labelsAfter; ++k) all += m_comparison->at(row, k);
            return all == 0 ? 0.0 : double(count) / double(all);
        }
        case Qt::ToolTipRole:
            return tr("%n text(s): %1 before, %2 after", nullptr, static_cast<int>(count))
                .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                     headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        default: return {};
    }
}

QVariant AnswerMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const auto& labels = orientation == Qt::Horizontal ? m_after.labels : m_before.labels;
    const auto index = static_cast<std::size_t>(section);
    return index < labels.size() ? QString::fromStdString(labels[index].name) : tr("No label");
}

}  // namespace labelwright::ui
