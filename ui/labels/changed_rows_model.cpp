#include "ui/labels/changed_rows_model.h"

#include "core/base/utf8.h"
#include "core/domain/label_reader.h"

namespace labelwright::ui {
namespace {

constexpr std::size_t shownCharacters = 120;

}  // namespace

ChangedRowsModel::ChangedRowsModel(AnswerPreview& preview, QObject* parent) : QAbstractListModel(parent), m_preview(preview) {
    connect(&preview, &AnswerPreview::changed, this, &ChangedRowsModel::refill);
    refill();
}

void ChangedRowsModel::show(int labelBefore, int labelAfter) {
    m_before = labelBefore;
    m_after = labelAfter;
    refill();
}

void ChangedRowsModel::refill() {
    beginResetModel();
    const auto& comparison = m_preview.comparison();
    m_rows.clear();
    if (comparison) {
        for (const ChangedAnswer& answer : comparison->changed) {
            if ((m_before < 0 || answer.before == m_before) && (m_after < 0 || answer.after == m_after)) m_rows.push_back(answer.row);
        }
    }
    endResetModel();
}

QString ChangedRowsModel::answerOf(std::uint32_t row, const LabelSet& labels) const {
    const LabelingSession& session = m_preview.session();
    LabelReader reader(labels, session.scores());
    reader.read(session.scores(), row);
    QStringList names;
    for (const std::uint32_t label : reader.decide(session.scores(), session.selection()).labels)
        names << QString::fromStdString(labels.labels[label].name);
    return names.isEmpty() ? tr("no label") : names.join(QStringLiteral(" | "));
}

QVariant ChangedRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const std::uint32_t row = m_rows[static_cast<std::size_t>(index.row())];
    const auto& dataset = m_preview.session().dataset();
    if (role == datasetRowRole) return row;
    if (!dataset || row >= dataset->size()) return {};
    const std::string_view text = (*dataset)[row].text;
    if (role == Qt::ToolTipRole) return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (role != Qt::DisplayRole) return {};
    const std::string_view shown = firstCodePoints(text, shownCharacters);
    return tr("%1 → %2: %3")
        .arg(answerOf(row, m_preview.before()), answerOf(row, m_preview.after()),
             QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size())).simplified());
}

}  // namespace labelwright::ui
