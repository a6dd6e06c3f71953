#pragma once

#include <QAbstractListModel>
#include <memory>
#include <set>
#include <vector>

#include "core/domain/label.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// The labels in their order, those with a parent below it, with how many texts have each, and one last row for texts left without a label.
/// Edits are only asked for (signals): what is shown follows the session. GUI thread.
class LabelListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        LabelIdRole = Qt::UserRole,  ///< QString; empty: the row of texts without a label
        ColourRole,                  ///< uint, 0xRRGGBB
        KeyRole,                     ///< QString, may be empty
        CountRole,                   ///< qulonglong; invalid: nothing labeled yet
        DepthRole,                   ///< int: how many parents stand above
        FoldRole,                    ///< invalid: no label below; bool: those below are folded away
        HiddenRole,                  ///< bool: below a label that is folded
    };

    explicit LabelListModel(QObject* parent = nullptr);

    /// Forgets the counts.
    void setLabels(const LabelSet& labels);
    /// Counts of these labels; null: nothing to count.
    void setDecisions(const std::shared_ptr<const DecisionTable>& decisions);
    void retranslate();

    void setFolded(const QString& labelId, bool folded);

    int labelCount() const noexcept { return static_cast<int>(m_labels.labels.size()); }
    QModelIndex indexOfLabel(const QString& labelId) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& fromParent, int from, int count, const QModelIndex& toParent, int before) override;

signals:
    void renameAsked(const QString& labelId, const QString& name);
    void moveAsked(int from, int to);  ///< places in the label set; `to`: the one it shall have
    void foldsChanged();

private:
    QString toolTip(const Label& label) const;
    QVariant count(int row) const;
    QVariant accessibleText(int row) const;
    void order();
    std::size_t labelAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }

    LabelSet m_labels;
    std::vector<std::size_t> m_order;  // [rows] place of the label in the set
    std::vector<int> m_depths;         // [rows]
    std::set<LabelId> m_folded;
    std::shared_ptr<const DecisionTable> m_decisions;  // null: nothing to count
};

}  // namespace labelwright::ui
