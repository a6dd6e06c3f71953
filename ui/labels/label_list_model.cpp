#include "ui/labels/label_list_model.h"

#include <algorithm>
#include <functional>

#include "core/labels/label_list.h"

namespace labelwright::ui {
namespace {

QString idOf(const Label& label) { return QString::fromStdString(label.id); }

bool sameIds(const LabelSet& a, const LabelSet& b) {
    return a.labels.size() == b.labels.size() && std::is_permutation(a.labels.begin(), a.labels.end(), b.labels.begin(),
                                                                     [](const Label& x, const Label& y) { return x.id == y.id; });
}

}  // namespace

LabelListModel::LabelListModel(QObject* parent) : QAbstractListModel(parent) {}

void LabelListModel::setLabels(const LabelSet& labels) {
    m_decisions = nullptr;  // counts of the list as it was
    if (!sameIds(m_labels, labels)) {
        beginResetModel();
        m_labels = labels;
        order();
        endResetModel();
        return;
    }
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& index : before) ids << index.data(LabelIdRole).toString();
    m_labels = labels;
    order();
    QModelIndexList after;
    for (const QString& id : ids) after << indexOfLabel(id);
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

/// Each label behind its parent and those before it; a ring of parents stands at the top.
void LabelListModel::order() {
    const auto& labels = m_labels.labels;
    m_order.clear();
    m_depths.clear();
    std::vector<bool> placed(labels.size());
    const std::function<void(std::size_t, int)> place = [&](std::size_t label, int depth) {
        if (placed[label]) return;
        placed[label] = true;
        m_order.push_back(label);
        m_depths.push_back(depth);
        for (std::size_t child = 0; child < labels.size(); ++child)
            if (!labels[child].parent.empty() && labels[child].parent == labels[label].id) place(child, depth + 1);
    };
    const auto hasParent = [&](const Label& label) {
        return !label.parent.empty() &&
               std::any_of(labels.begin(), labels.end(), [&](const Label& other) { return other.id == label.parent; });
    };
    for (std::size_t label = 0; label < labels.size(); ++label)
        if (!hasParent(labels[label])) place(label, 0);
    for (std::size_t label = 0; label < labels.size(); ++label) place(label, 0);
}

void LabelListModel::setFolded(const QString& labelId, bool folded) {
    if (folded) m_folded.insert(labelId.toStdString());
    else m_folded.erase(labelId.toStdString());
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {FoldRole, HiddenRole});
    emit foldsChanged();
}

void LabelListModel::setDecisions(const std::shared_ptr<const DecisionTable>& decisions) {
    const bool usable = decisions != nullptr && decisions->labelCounts.size() == m_labels.labels.size();
    m_decisions = usable && decisions->unscored < decisions->best.size() ? decisions : nullptr;
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

QVariant LabelListModel::count(int row) const {
    if (m_decisions == nullptr) return {};
    if (row == labelCount()) return qulonglong(m_decisions->abstained);
    return qulonglong(m_decisions->labelCounts[labelAt(row)]);
}

QVariant LabelListModel::accessibleText(int row) const {
    const QVariant texts = count(row);
    if (!texts.isValid()) return {};
    const QString name = row == labelCount() ? tr("No label") : QString::fromStdString(m_labels.labels[labelAt(row)].name);
    return tr("%1, %n text(s)", nullptr, texts.toInt()).arg(name);
}

void LabelListModel::retranslate() {
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

QModelIndex LabelListModel::indexOfLabel(const QString& labelId) const {
    if (labelId.isEmpty()) return labelCount() > 0 ? index(labelCount()) : QModelIndex();
    for (int row = 0; row < labelCount(); ++row)
        if (idOf(m_labels.labels[labelAt(row)]) == labelId) return index(row);
    return {};
}

int LabelListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() || labelCount() == 0 ? 0 : labelCount() + 1; }

QString LabelListModel::toolTip(const Label& label) const {
    QStringList lines{QString::fromStdString(label.name)};
    if (!label.description.empty()) lines << QString::fromStdString(label.description);
    lines << tr("Asked: %1").arg(QString::fromStdString(hypothesisOf(m_labels, label)));
    if (!label.englishName.empty()) lines << tr("In English: %1").arg(QString::fromStdString(label.englishName));
    QStringList merged;
    for (const Label& inner : label.merged) merged << QString::fromStdString(inner.name);
    if (!merged.isEmpty()) lines << tr("Merged into it: %1").arg(merged.join(tr(", ")));
    for (QString& line : lines) line = line.toHtmlEscaped();
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

QVariant LabelListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (index.row() == labelCount()) {
        switch (role) {
            case Qt::DisplayRole: return tr("No label");
            case Qt::ToolTipRole: return tr("Texts for which no label was sure enough");
            case Qt::AccessibleTextRole: return accessibleText(index.row());
            case LabelIdRole: return QString();
            case CountRole: return count(index.row());
            default: return {};
        }
    }
    const auto row = static_cast<std::size_t>(index.row());
    const std::size_t place = labelAt(index.row());
    const Label& label = m_labels.labels[place];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return QString::fromStdString(label.name);
        case Qt::ToolTipRole: return toolTip(label);
        case Qt::AccessibleTextRole: return accessibleText(index.row());
        case Qt::AccessibleDescriptionRole: return QString::fromStdString(label.description);
        case LabelIdRole: return idOf(label);
        case ColourRole: return label.colour;
        case KeyRole: return QString::fromStdString(label.key.empty() ? labelKey(place) : label.key);
        case CountRole: return count(index.row());
        case DepthRole: return m_depths[row];
        case FoldRole: {
            const bool hasMore = row + 1 < m_depths.size() && m_depths[row + 1] > m_depths[row];
            return hasMore ? QVariant(m_folded.contains(label.id)) : QVariant();
        }
        case HiddenRole: {
            int depth = m_depths[row];
            for (std::size_t above = row; above-- > 0 && depth > 0;) {
                if (m_depths[above] >= depth) continue;
                depth = m_depths[above];
                if (m_folded.contains(m_labels.labels[m_order[above]].id)) return true;
            }
            return false;
        }
        default: return {};
    }
}

bool LabelListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.row() >= labelCount()) return false;
    const QString name = value.toString().trimmed();
    if (name != index.data(Qt::EditRole).toString()) emit renameAsked(index.data(LabelIdRole).toString(), name);
    return true;
}

Qt::ItemFlags LabelListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;  // between rows only
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.row() < labelCount() ? common | Qt::ItemIsEditable | Qt::ItemIsDragEnabled : common;
}

bool LabelListModel::moveRows(const QModelIndex&, int from, int count, const QModelIndex&, int before) {
    if (count != 1 || from < 0 || from >= labelCount()) return false;
    const auto place = static_cast<int>(labelAt(from));
    const int target = before >= labelCount() ? labelCount() : static_cast<int>(labelAt(before));
    const int to = target > place ? target - 1 : target;
    if (to != place) emit moveAsked(place, to);
    return true;
}

}  // namespace labelwright::ui
