#pragma once

#include <QAbstractTableModel>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/labeling_session.h"
#include "ui/models/row_filter.h"
#include "ui/models/row_order.h"

namespace labelwright::ui {

/// The session's texts with their labels as a table: some dataset rows in some order. Filter and sort are worked out on a background thread
/// and swapped in; until then the old order stands. Scores and decisions are read when a cell is painted. GUI thread.
class TextsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Text, Label, State, Confidence, Margin, ColumnCount };
    /// Beside DisplayRole and ToolTipRole: the row in the dataset.
    static constexpr int datasetRowRole = Qt::UserRole;

    explicit TextsModel(LabelingSession& session, QObject* parent = nullptr);
    ~TextsModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    void multiData(const QModelIndex& index, QModelRoleDataSpan roles) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    LabelingSession& session() const noexcept { return m_session; }
    /// Dataset rows in the order shown: what is exported.
    const std::vector<std::uint32_t>& rows() const noexcept { return *m_rows; }
    std::uint32_t datasetRow(int row) const { return (*m_rows)[static_cast<std::size_t>(row)]; }
    /// Where a dataset row is shown, or -1.
    int shownRow(std::uint32_t datasetRow) const;
    std::size_t hiddenRows() const;
    /// Where a shown row stands between model and person.
    ReviewState stateAt(int row) const;
    /// The label, confidence and margin of a shown row; computed once while it stays on the screen.
    const Decision& decisionAt(int row) const;

    /// What a filter looks at, as it is now.
    RowFacts facts() const;
    const RowFilter& filter() const noexcept { return m_filter; }
    const RowSort& sorting() const noexcept { return m_sort; }
    void setFilter(RowFilter filter);
    void setSorting(const RowSort& sort);
    void retranslate();

signals:
    /// Another order (or number) of rows is in place.
    void arranged();
    void sortingChanged();

private:
    struct Work;

    QVariant cell(std::uint32_t row, int shown, int column, int role) const;
    QString labelText(int shown) const;
    QString stateText(std::uint32_t row) const;
    QString stateToolTip(std::uint32_t row) const;
    QString labelToolTip(std::uint32_t row) const;
    void arrange();
    void arrangeIfDecisionsMatter();
    void reviewsWentOn();
    void swapIn(std::shared_ptr<const std::vector<std::uint32_t>> rows);
    void scoresWentOn();
    void replaceDataset();

    struct CachedDecision {
        std::uint32_t row = 0xffffffffU;
        std::uint64_t revision = 0;
        Decision decision;
    };

    LabelingSession& m_session;
    std::shared_ptr<const std::vector<std::uint32_t>> m_rows;
    RowFilter m_filter;
    RowSort m_sort;
    std::uint64_t m_revision = 1;
    mutable std::array<CachedDecision, 256> m_cache;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
