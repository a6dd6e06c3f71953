#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>

#include "ui/models/labeling_session.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace labelwright::ui {

class RowHistory;
class ScoreBars;

/// The selected text in full with its scores for every label, what the numbers mean, and which model gave them; what a person said about
/// it, and a note. GUI thread.
class DetailsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(LabelingSession& session, QWidget* parent = nullptr);

    /// A dataset row; unset: nothing is selected.
    void setRow(std::optional<std::uint32_t> row);

signals:
    void chartWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslateUi();
    void showText();
    void showScores();
    void fitText();
    void showReview();
    void keepNote();
    QString stateWords(bool scored) const;
    QString meaning(const Decision& decision) const;

    LabelingSession& m_session;
    std::optional<std::uint32_t> m_row;
    QLabel* m_title;
    QLabel* m_state;
    QPlainTextEdit* m_text;
    QLabel* m_truncated;
    ScoreBars* m_bars;
    QScrollArea* m_scroll;
    QLabel* m_meaning;
    QLabel* m_source;
    QLineEdit* m_note;
    RowHistory* m_history;
    QLabel* m_nothing;
    QPushButton* m_chart;
};

}  // namespace labelwright::ui
