#include "ui/evaluation/label_figures_model.h"

#include <QLocale>
#include <QPixmap>

#include "ui/common/label_ink.h"
#include "ui/evaluation/figure_words.h"

namespace labelwright::ui {
namespace {

std::uint64_t errorsOf(const LabelCounts& counts) { return counts.predicted + counts.support - 2 * counts.truePositives; }

}  // namespace

void LabelFiguresModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation) {
    beginResetModel();
    m_evaluation = std::move(evaluation);
    endResetModel();
}

void LabelFiguresModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LabelFiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_evaluation ? 0 : static_cast<int>(m_evaluation->labels.labels.size());
}

int LabelFiguresModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LabelFiguresModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto label = static_cast<std::size_t>(index.row());
    const LabelFigures& figures = m_evaluation->figures().labels[label];
    if (role == labelRole) return index.row();
    if (role == Qt::TextAlignmentRole)
        return index.column() == Name ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == Name) return QColor(labelFill(m_evaluation->labels.labels[label].colour));
    if (role == Qt::ToolTipRole) return tr("Click to see the texts where this label is missing or wrong");
    if (role != Qt::DisplayRole && role != sortRole) return {};
    const auto shown = [role](double value, const Interval& interval, std::uint64_t of) -> QVariant {
        if (role == sortRole) return of == 0 ? -1.0 : value;
        return of == 0 ? QStringLiteral("–") : figureWithRange(value, interval);
    };
    const auto number = [role](std::uint64_t count) -> QVariant {
        return role == sortRole ? QVariant(qulonglong(count)) : QVariant(QLocale().toString(qulonglong(count)));
    };
    switch (index.column()) {
        case Name: return QString::fromStdString(m_evaluation->labels.labels[label].name);
        case Support: return number(figures.counts.support);
        case Predicted: return number(figures.counts.predicted);
        case Precision: return shown(figures.figures.precision, figures.precision, figures.counts.predicted);
        case Recall: return shown(figures.figures.recall, figures.recall, figures.counts.support);
        case F1: return shown(figures.figures.f1, figures.f1, figures.counts.either());
        case Errors: return number(errorsOf(figures.counts));
        default: return {};
    }
}

QVariant LabelFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return section == Name ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    const bool hint = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !hint) return {};
    switch (section) {
        case Name: return tr("Label");
        case Support: return hint ? tr("Texts that rightly have the label") : tr("Right");
        case Predicted: return hint ? tr("Texts that were given the label") : tr("Given");
        case Precision: return hint ? tr("Share of the texts given the label that rightly have it") : tr("Precision");
        case Recall: return hint ? tr("Share of the texts that rightly have the label that were given it") : tr("Recall");
        case F1: return hint ? tr("Harmonic mean of precision and recall") : tr("F1");
        case Errors: return hint ? tr("Texts where the label is missing or wrong") : tr("Errors");
        default: return {};
    }
}

}  // namespace labelwright::ui
