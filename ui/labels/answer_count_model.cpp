#include "ui/labels/answer_count_model.h"

#include <QColor>
#include <QLocale>

namespace labelwright::ui {
namespace {

QString figure(std::uint64_t count) { return QLocale().toString(qulonglong(count)); }

QString difference(std::uint64_t before, std::uint64_t after) {
    if (before == after) return QStringLiteral("0");
    return after > before ? QStringLiteral("+") + figure(after - before) : QChar(0x2212) + figure(before - after);
}

QStringList mergedNames(const Label& label) {
    QStringList names;
    for (const Label& merged : label.merged) names << QString::fromStdString(merged.name) << mergedNames(merged);
    return names;
}

}  // namespace

void AnswerCountModel::setComparison(const LabelSet& before, const LabelSet& after, std::shared_ptr<const AnswerComparison> comparison) {
    beginResetModel();
    m_rows.clear();
    if (comparison) fill(before, after, *comparison);
    endResetModel();
}

void AnswerCountModel::fill(const LabelSet& before, const LabelSet& after, const AnswerComparison& comparison) {
    std::vector<bool> counted(before.labels.size(), false);
    for (std::size_t a = 0; a < after.labels.size(); ++a) {
        const Label& label = after.labels[a];
        Row row{QString::fromStdString(label.name), {}, 0, comparison.after[a], label.colour};
        QStringList parts;
        for (std::size_t b = 0; b < before.labels.size(); ++b) {
            // A label taken out of a merged one has no count of its own before.
            if (findLabel(after, before.labels[b].id) != &label) continue;
            counted[b] = true;
            row.before += comparison.before[b];
            parts << figure(comparison.before[b]);
        }
        row.now = parts.isEmpty() ? QStringLiteral("0") : parts.join(QStringLiteral(" + "));
        if (const QStringList names = mergedNames(label); !names.isEmpty())
            row.name = tr("%1 (with %2)").arg(row.name, names.join(tr(", ")));
        m_rows.push_back(std::move(row));
    }
    for (std::size_t b = 0; b < before.labels.size(); ++b) {
        if (counted[b]) continue;
        const Label& label = before.labels[b];
        m_rows.push_back({QString::fromStdString(label.name), figure(comparison.before[b]), comparison.before[b], 0, label.colour});
    }
    m_rows.push_back({{}, figure(comparison.before.back()), comparison.before.back(), comparison.after.back(), 0});
}

void AnswerCountModel::setTitles(const QString& now, const QString& then) {
    m_nowTitle = now;
    m_thenTitle = then;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void AnswerCountModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QVariant AnswerCountModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == Name && !row.name.isEmpty()) return QColor::fromRgb(row.colour);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (index.column()) {
        case Name: return row.name.isEmpty() ? tr("No label") : row.name;
        case Now: return row.now;
        case Then: return figure(row.after);
        case Change: return difference(row.before, row.after);
        default: return {};
    }
}

QVariant AnswerCountModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Label");
        case Now: return m_nowTitle.isEmpty() ? tr("Now") : m_nowTitle;
        case Then: return m_thenTitle.isEmpty() ? tr("After") : m_thenTitle;
        case Change: return tr("Change");
        default: return {};
    }
}

}  // namespace labelwright::ui
