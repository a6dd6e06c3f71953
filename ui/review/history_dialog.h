#pragma once

#include <QDialog>
#include <vector>

#include "ui/models/labeling_session.h"

class QLabel;
class QTableWidget;

namespace labelwright::ui {

/// What was done in the project, by whom and when, the latest first; also what was taken back, and imports. Read from the project; looking
/// changes nothing. GUI thread.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit HistoryDialog(LabelingSession& session, QWidget* parent = nullptr);

private:
    void show(const std::vector<HistoryEntry>& entries);
    static QString whatOf(const HistoryEntry& entry);

    QLabel* m_head;
    QTableWidget* m_table;
    JobId m_job = 0;
};

}  // namespace labelwright::ui
