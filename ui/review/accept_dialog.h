#pragma once

#include <QDialog>
#include <cstdint>
#include <vector>

#include "core/jobs/task_thread.h"
#include "ui/models/accept_candidates.h"
#include "ui/models/labeling_session.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;
class QTableWidget;

namespace labelwright::ui {

/// Accepts every suggestion from a confidence up: how many that is shows while the figure moves, and some drawn at random are there to look
/// at. One step of the undo stack; a backup is kept first. GUI thread.
class AcceptDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr std::size_t sampleSize = 20;

    /// `shown`: the dataset rows that the filter lets through.
    AcceptDialog(LabelingSession& session, std::vector<std::uint32_t> shown, QWidget* parent = nullptr);

signals:
    void rowChosen(std::uint32_t row);  ///< to be looked at in the table
    void said(const QString& words);

private:
    void makeFields();
    void makeSample();
    void collect();
    void showCount();
    void drawSample();
    void beginAccepting();
    void acceptNow();
    bool allTexts() const;
    float threshold() const;

    LabelingSession& m_session;
    std::vector<std::uint32_t> m_shown;
    AcceptCandidates m_candidates;
    std::size_t m_count = 0;
    std::uint32_t m_seed = 1;
    std::uint64_t m_generation = 0;  // of the candidates that were asked for last
    JobId m_backupJob = 0;
    bool m_backupFailed = false;
    QComboBox* m_scope;
    QComboBox* m_label;
    QSlider* m_slider;
    QDoubleSpinBox* m_figure;
    QLabel* m_head;
    QTableWidget* m_sample;
    QPushButton* m_again;
    QPushButton* m_accept;
    TaskThread m_thread{"accept"};  // last: joined first
};

}  // namespace labelwright::ui
