#pragma once

#include <QAbstractListModel>
#include <cstdint>
#include <vector>

#include "ui/models/answer_preview.h"

namespace labelwright::ui {

/// The texts that would get other labels, each with both answers; worked out for the lines on the screen. GUI thread.
class ChangedRowsModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int datasetRowRole = Qt::UserRole;

    explicit ChangedRowsModel(AnswerPreview& preview, QObject* parent = nullptr);

    /// Only texts whose first label before and after are these (indices into the two sets, their number for "no label"); -1: whatever.
    void show(int labelBefore, int labelAfter);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void refill();
    QString answerOf(std::uint32_t row, const LabelSet& labels) const;

    AnswerPreview& m_preview;
    std::vector<std::uint32_t> m_rows;
    int m_before = -1;
    int m_after = -1;
};

}  // namespace labelwright::ui
