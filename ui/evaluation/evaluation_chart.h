#pragma once

#include <QWidget>

#include "ui/models/labeling_session.h"

class QPushButton;

namespace labelwright::ui {

class ChartPanel;
class Evaluator;

/// One of the evaluation's charts; what it draws is worked out when it is first asked for. GUI thread.
class EvaluationChart : public QWidget {
    Q_OBJECT

public:
    enum class View { Coverage, Reliability, Temperature };

    EvaluationChart(LabelingSession& session, Evaluator& evaluator, QWidget* parent = nullptr);

    void show(View view);
    QPushButton& asTable() noexcept;

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void drawCoverage();
    void drawReliability();
    void drawTemperature();
    void moveMarker(double coverage);
    void leaveMarker(double coverage);
    void useTemperature();

    LabelingSession& m_session;
    Evaluator& m_evaluator;
    View m_view = View::Coverage;
    ChartPanel* m_panel;
    QPushButton* m_use;
};

}  // namespace labelwright::ui
