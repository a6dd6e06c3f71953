#pragma once

#include <QAbstractListModel>
#include <memory>

#include "core/domain/label.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// The labels in their order with how many texts have each, and one last row for texts left without a label. Edits are only asked for
/// (signals): what is shown follows the session. GUI thread.
class LabelListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        LabelIdRole = Qt::UserRole,  ///< QString; empty: the row of texts without a label
        ColourRole,                  ///< uint, 0xRRGGBB
        KeyRole,                     ///< QString, may be empty
        CountRole,                   ///< qulonglong; invalid: nothing labeled yet
    };

    explicit LabelListModel(QObject* parent = nullptr);

    /// Forgets the counts.
    void setLabels(const LabelSet& labels);
    /// Counts of these labels; null: nothing to count.
    void setDecisions(const std::shared_ptr<const DecisionTable>& decisions);
    void retranslate();

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
    void moveAsked(int from, int to);  ///< `to`: the row it shall have

private:
    QString toolTip(const Label& label) const;
    QVariant count(int row) const;
    QVariant accessibleText(int row) const;

    LabelSet m_labels;
    std::shared_ptr<const DecisionTable> m_decisions;  // null: nothing to count
};

}  // namespace labelwright::ui
