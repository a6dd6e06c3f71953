#pragma once

#include <QWidget>
#include <memory>
#include <set>
#include <vector>

#include "ui/models/facet_counts.h"
#include "ui/models/texts_model.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace labelwright::ui {

class RangeHistogram;

/// What kinds of texts there are and how many of each: labels, states, confidence, columns with few values. A click shows only these. It
/// reads and writes the query of the search box, and counts on a thread of its own while it is visible. GUI thread.
class FacetPanel : public QWidget {
    Q_OBJECT

public:
    explicit FacetPanel(TextsModel& model, QWidget* parent = nullptr);
    ~FacetPanel() override;

    /// The query that stands in the search box now, and what it was understood as.
    void setQuery(const QString& query, const RowFilter& filter);
    const FacetCounts& counts() const noexcept { return m_counts; }

signals:
    void queryWanted(const QString& query);
    void counted();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Work;
    /// A facet of the tree and its values, each as a query names it.
    struct Shown {
        Facet facet = Facet::None;
        std::size_t column = 0;
        QString key;  ///< of the facet, for what is folded
        QString title;
        struct Value {
            QString word;  ///< in the query
            QString text;
            std::uint64_t count = 0;
        };
        std::vector<Value> values;
    };

    void countSoon();
    void count();
    std::vector<Shown> facets() const;
    void showCounts();
    void itemChanged(QTreeWidgetItem* item);
    void retranslate();
    std::span<const std::string> columns() const;

    TextsModel& m_model;
    QString m_query;
    RowFilter m_filter;
    FacetCounts m_counts;
    std::vector<ListedColumn> m_listed;  // of which the counts are
    std::set<QString> m_turned;          // facets that the user has folded or unfolded against their default
    bool m_showing = false;
    QLabel* m_title;
    QPushButton* m_clear;
    QLabel* m_confidenceTitle;
    RangeHistogram* m_confidence;
    QTreeWidget* m_tree;
    std::unique_ptr<Work> m_work;
};

}  // namespace labelwright::ui
