#pragma once

#include <QWidget>

#include "ui/main_window/window_actions.h"
#include "ui/models/labeling_session.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace labelwright::ui {

class ModelChooser;

/// The strip under the menus: import, export, model, the main action, and how scores become labels. GUI thread.
class ToolStrip : public QWidget {
    Q_OBJECT

public:
    ToolStrip(LabelingSession& session, WindowActions& actions, QWidget* parent = nullptr);

    /// How many rows an export would write.
    void setShownRows(std::size_t rows);

signals:
    void modelPageWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* actionButton(QAction& action, const char* name);
    QDoubleSpinBox* probabilityBox(const char* name);
    void retranslateUi();
    void showRun();
    void showSelection();
    void takeSelection();

    LabelingSession& m_session;
    WindowActions& m_actions;
    std::size_t m_shownRows = 0;
    QToolButton* m_export;
    ModelChooser* m_models;
    QPushButton* m_run;
    QLabel* m_thresholdText;
    QDoubleSpinBox* m_threshold;
    QLabel* m_abstainText;
    QDoubleSpinBox* m_abstain;
};

}  // namespace labelwright::ui
