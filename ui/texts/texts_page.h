#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/labeling_session.h"
#include "ui/models/row_filter.h"
#include "ui/models/row_order.h"

class QActionGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace labelwright::ui {

class EmptyState;
class FacetPanel;
class NoticeBar;
class ProgressLine;
class TextsModel;
class ViewsButton;
struct SavedView;

/// The texts with their labels: search, order, table, progress of a run, and what to do first where there is nothing to show. GUI thread.
class TextsPage : public QWidget {
    Q_OBJECT

public:
    explicit TextsPage(LabelingSession& session, QWidget* parent = nullptr);

    TextsModel& model() noexcept { return *m_model; }
    QWidget& table() noexcept;
    /// Dataset row of the current text.
    std::optional<std::uint32_t> currentRow() const noexcept { return m_currentRow; }
    /// Dataset rows on the screen: a run labels them first.
    std::vector<std::uint32_t> visibleRows() const;
    /// Dataset rows that are selected, in the order shown; the current one if none is.
    std::vector<std::uint32_t> selectedRows() const;
    QString query() const;
    /// Puts a bar under the table.
    void addBar(QWidget& bar);

    QByteArray saveHeader() const;
    void restoreHeader(const QByteArray& state);

public slots:
    void setQuery(const QString& query);
    /// Shows only these rows, under a query that names `what` they are and that other conditions can be added to. Known until others are
    /// picked or other texts are opened.
    void showPicked(const QString& what, std::span<const std::uint32_t> datasetRows);
    /// The panel of filters beside the table.
    void setFacetsShown(bool shown);
    void focusSearch();
    void focusTable();
    /// The selected texts, one a line, on the clipboard.
    void copySelectedTexts();
    void selectAllRows();
    void clearSelection();
    void showCurrentRow();
    /// Makes this the current text; where the filter hides it, the filter is cleared.
    void goToRow(std::uint32_t datasetRow);
    /// To the next shown row (step 1) or the one before (-1) whose best label leads by less than 0.10.
    void goToUncertain(int step);
    /// To the next (1) or previous (-1) shown row; at the end it stays.
    void goToNeighbour(int step);
    /// … that has the same first label as the current one.
    void goToSameLabel(int step);

signals:
    void currentRowChanged();
    void rowsChanged();  ///< the rows shown are others
    void facetsShownChanged(bool shown);
    void selectionChanged(qsizetype rows);  ///< how many are selected
    void sampleWanted();
    void importWanted();
    void pasteWanted();
    void runWanted();
    void cancelWanted();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeSearchRow();
    void makeFacets();
    void showView(const SavedView& view);
    QString sortWord() const;
    void makeTable();
    void connectSession();
    void retranslateUi();
    void applyFont();
    void fitToFacets();
    std::span<const std::string> columns() const;
    void readQuery();
    void findPicked(ParsedQuery& parsed) const;
    void applySort(RowSort sort);
    void showSorting();
    void sortByColumn(int column);
    void showRows();
    void showNotice();
    void noticeButton();
    void keepCurrentRow();
    void currentChanged(const QModelIndex& current);
    void runStateChanged();
    void restoreView();

    enum class Notice { None, BadQuery, NoLabels, NotLabeled, Outdated };

    LabelingSession& m_session;
    TextsModel* m_model;
    QLineEdit* m_search;
    QAction* m_searchIcon;
    QToolButton* m_facetsButton;
    ViewsButton* m_views;
    QToolButton* m_sortButton;
    QActionGroup* m_sorts;
    QLabel* m_count;
    NoticeBar* m_notice;
    FacetPanel* m_facets;
    QStackedWidget* m_pages;
    QTableView* m_table;
    EmptyState* m_empty;
    ProgressLine* m_progress;
    QTimer* m_queryTimer;
    Notice m_noticeKind = Notice::None;
    QString m_problem;
    QString m_pickedFor;
    std::shared_ptr<const std::vector<bool>> m_picked;  // null: none
    std::optional<std::uint32_t> m_currentRow;
    bool m_replacingRows = false;
};

}  // namespace labelwright::ui
