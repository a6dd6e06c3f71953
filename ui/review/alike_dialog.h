#pragma once

#include <QDialog>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/jobs/task_thread.h"
#include "core/similarity/alike_texts.h"
#include "ui/models/labeling_session.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace labelwright::ui {

/// Gives what a person said about one text to the texts like it: identical ones, those of the same words, and near ones, which are shown so
/// that each can be left out. One step of the undo stack. Decided texts stay as they are. GUI thread.
class AlikeDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr int mostShown = 2000;

    /// `row`: a dataset row that is decided.
    AlikeDialog(LabelingSession& session, std::uint32_t row, QWidget* parent = nullptr);
    ~AlikeDialog() override;

signals:
    void said(const QString& words);

private:
    void show(std::vector<AlikeText> alike);
    void addRow(const AlikeText& text);
    void showCount();
    void give();
    /// Dataset rows that are ticked, and those beyond what the list shows.
    std::vector<std::uint32_t> chosen() const;

    LabelingSession& m_session;
    std::uint32_t m_row;
    std::vector<std::uint32_t> m_unlisted;  // identical ones beyond mostShown
    QLabel* m_head;
    QTableWidget* m_table;
    QPushButton* m_give;
    std::stop_source m_stop;
    TaskThread m_thread{"alike"};  // last: joined first
};

}  // namespace labelwright::ui
