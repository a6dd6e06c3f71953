#pragma once

#include <QWidget>
#include <optional>

#include "core/jobs/job_event.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace labelwright::ui {

/// One line about the run under way: texts done, speed, time left, share from the cache, and Cancel.
class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget* parent = nullptr);

    /// A run begins: the model is being loaded.
    void begin();
    void show(const Progress& progress);
    /// Cancel was pressed; the batch under way still ends.
    void showCancelling();

signals:
    void cancelWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslateUi();

    enum class Stage { Loading, Running, Cancelling };
    Stage m_stage = Stage::Loading;
    std::optional<Progress> m_progress;
    QLabel* m_count;
    QProgressBar* m_bar;
    QLabel* m_details;
    QPushButton* m_cancel;
};

}  // namespace labelwright::ui
