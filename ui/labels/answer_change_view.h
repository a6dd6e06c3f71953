#pragma once

#include <QWidget>

#include "ui/models/answer_preview.h"

class QLabel;
class QListView;
class QTableView;

namespace labelwright::ui {

class AnswerCountModel;
class ChangedRowsModel;

/// What a change of the labels would do to the texts: counts now and then, and the texts that change. GUI thread.
class AnswerChangeView : public QWidget {
    Q_OBJECT

public:
    explicit AnswerChangeView(AnswerPreview& preview, QWidget* parent = nullptr);

    /// Headings of the two columns instead of "Now" and "After".
    void setTitles(const QString& now, const QString& then);
    ChangedRowsModel& changedRows() noexcept { return *m_changed; }

signals:
    void rowChosen(std::uint32_t datasetRow);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showComparison();

    AnswerPreview& m_preview;
    AnswerCountModel* m_counts;
    ChangedRowsModel* m_changed;
    QTableView* m_table;
    QLabel* m_heading;
    QListView* m_rows;
    QLabel* m_missing;
};

}  // namespace labelwright::ui
