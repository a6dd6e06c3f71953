#include "ui/evaluation/evaluation_chart.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/charts/chart_panel.h"
#include "ui/charts/evaluation_views.h"
#include "ui/common/error_text.h"
#include "ui/common/workbench_style.h"
#include "ui/evaluation/evaluator.h"
#include "ui/evaluation/figure_words.h"

namespace labelwright::ui {

EvaluationChart::EvaluationChart(LabelingSession& session, Evaluator& evaluator, QWidget* parent)
    : QWidget(parent), m_session(session), m_evaluator(evaluator), m_panel(new ChartPanel(this)), m_use(new QPushButton(this)) {
    setObjectName(QStringLiteral("evaluationChart"));
    m_use->setObjectName(QStringLiteral("evaluationUseTemperature"));
    m_use->setAutoDefault(false);
    makePrimary(*m_use);
    m_panel->buttons().addWidget(m_use);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    setFocusProxy(&m_panel->canvas());
    connect(&m_panel->canvas(), &ChartCanvas::markerMoving, this, &EvaluationChart::moveMarker);
    connect(&m_panel->canvas(), &ChartCanvas::markerMoved, this, &EvaluationChart::leaveMarker);
    connect(m_use, &QPushButton::clicked, this, &EvaluationChart::useTemperature);
    connect(&evaluator, &Evaluator::chartReady, this, &EvaluationChart::draw);
    m_use->hide();
}

QPushButton& EvaluationChart::asTable() noexcept { return m_panel->asTable(); }

void EvaluationChart::show(View view) {
    m_view = view;
    const bool known = view == View::Coverage      ? m_evaluator.coverage().has_value()
                       : view == View::Reliability ? m_evaluator.reliability().has_value()
                                                   : m_evaluator.temperature().has_value();
    if (known) return draw();
    m_use->hide();
    m_panel->clear();
    m_panel->setNote(tr("Counting…"));
    if (view == View::Coverage) m_evaluator.wantCoverage();
    else if (view == View::Reliability) m_evaluator.wantReliability();
    else m_evaluator.wantTemperature();
}

void EvaluationChart::draw() {
    m_use->setVisible(m_view == View::Temperature && m_evaluator.temperature() && *m_evaluator.temperature());
    switch (m_view) {
        case View::Coverage: return drawCoverage();
        case View::Reliability: return drawReliability();
        case View::Temperature: return drawTemperature();
    }
}

void EvaluationChart::drawCoverage() {
    if (!m_evaluator.coverage()) return;
    m_panel->setFileName(tr("coverage"));
    m_panel->showChart(coverageView(*m_evaluator.coverage(), m_session.selection().abstain, palette()));
    m_panel->setNote(tr("Drag the line, or click: texts less sure than there get no label. The sure ones come first, from the left."));
}

void EvaluationChart::drawReliability() {
    if (!m_evaluator.reliability()) return;
    const SelectionMode mode = m_evaluator.evaluation()->selection.mode;
    m_panel->setFileName(tr("reliability"));
    m_panel->showChart(reliabilityView(*m_evaluator.reliability(), mode, palette()));
    m_panel->setNote(
        tr("Expected calibration error (ECE) %1, greatest of a group %2. Points below the dashed line: the model is surer than "
           "it is right.")
            .arg(QLocale().toString(m_evaluator.reliability()->expectedError(), 'f', 3),
                 QLocale().toString(m_evaluator.reliability()->greatestError(), 'f', 3)));
}

void EvaluationChart::drawTemperature() {
    if (!m_evaluator.temperature()) return;
    const Result<TemperatureFit>& fit = *m_evaluator.temperature();
    if (!fit) {
        m_panel->clear();
        m_panel->setNote(errorText(fit.error()));
        return;
    }
    const QString temperature = QLocale().toString(double(fit->temperature), 'g', 3);
    m_panel->setFileName(tr("temperature"));
    m_panel->showChart(temperatureView(*fit, palette()));
    QString note = tr("Temperature %1 makes the log loss of %n text(s) least. It changes how sure the labels are said to be, not which one "
                      "comes first.",
                      nullptr, static_cast<int>(fit->rows))
                       .arg(temperature);
    if (fit->atBound) note += QLatin1Char(' ') + tr("It lies at the end of what is tried: there are too few texts, or none is wrong.");
    if (m_evaluator.evaluation()->models > 1)
        note += QLatin1Char(' ') + tr("Several models labeled these texts; one temperature for all of them may suit none.");
    m_panel->setNote(note);
    m_use->setText(tr("Use temperature %1").arg(temperature));
    m_use->setEnabled(m_session.selection().temperature != fit->temperature);
}

void EvaluationChart::moveMarker(double coverage) {
    if (m_view != View::Coverage || !m_evaluator.coverage()) return;
    m_panel->canvas().setMarker(coverage,
                                coverageMarkerName(*m_evaluator.coverage(), abstainForCoverage(*m_evaluator.coverage(), coverage)));
}

void EvaluationChart::leaveMarker(double coverage) {
    if (m_view != View::Coverage || !m_evaluator.coverage()) return;
    Selection selection = m_session.selection();
    selection.abstain = abstainForCoverage(*m_evaluator.coverage(), coverage);
    if (selection == m_session.selection()) drawCoverage();  // the line goes back to where it was
    else m_session.setSelection(selection);
}

void EvaluationChart::useTemperature() {
    const auto& fit = m_evaluator.temperature();
    if (!fit || !*fit) return;
    Selection selection = m_session.selection();
    selection.temperature = (*fit)->temperature;
    m_session.setSelection(selection);
}

void EvaluationChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) draw();
}

}  // namespace labelwright::ui
