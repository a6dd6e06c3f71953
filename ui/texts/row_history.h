#pragma once

#include <QLabel>
#include <QTimer>
#include <cstdint>
#include <optional>
#include <vector>

#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// What happened to the selected text: when, who, and what came of it, the latest first. Read from the project's history; hidden where
/// nothing happened. GUI thread.
class RowHistory : public QLabel {
    Q_OBJECT

public:
    explicit RowHistory(LabelingSession& session, QWidget* parent = nullptr);

    void setRow(std::optional<std::uint32_t> row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void show(const std::vector<RowChange>& changes);
    QString line(const RowChange& change) const;

    LabelingSession& m_session;
    std::optional<std::uint32_t> m_row;
    JobId m_job = 0;
    QTimer m_timer;
    std::vector<RowChange> m_changes;
};

}  // namespace labelwright::ui
