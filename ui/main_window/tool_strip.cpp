#include "ui/main_window/tool_strip.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/common/card.h"
#include "ui/common/icons.h"
#include "ui/common/rounded.h"
#include "ui/common/theme.h"
#include "ui/common/workbench_style.h"
#include "ui/main_window/model_chooser.h"

namespace labelwright::ui {
namespace {

/// Buttons of which one is on, in one frame.
class Segments : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        drawRounded(painter, rect(), themeColours(palette()).panel, themeColours(palette()).line);
    }
};

class Hairline : public QWidget {
public:
    explicit Hairline(QWidget* parent) : QWidget(parent) { setFixedWidth(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect().adjusted(0, 4, 0, -4), themeColours(palette()).line); }
};

}  // namespace

ToolStrip::ToolStrip(LabelingSession& session, WindowActions& actions, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_export(actionButton(actions[Act::Export], "exportButton")),
      m_models(new ModelChooser(session, this)),
      m_run(new QPushButton(this)),
      m_thresholdText(new QLabel(this)),
      m_threshold(probabilityBox("thresholdBox")),
      m_abstainText(new QLabel(this)),
      m_abstain(probabilityBox("abstainBox")) {
    setObjectName(QStringLiteral("toolStrip"));
    m_run->setObjectName(QStringLiteral("runButton"));
    makePrimary(*m_run);
    m_thresholdText->setBuddy(m_threshold);
    m_abstainText->setBuddy(m_abstain);
    makeMuted(*m_thresholdText);
    makeMuted(*m_abstainText);

    auto* segments = new Segments(this);
    auto* inSegments = new QHBoxLayout(segments);
    inSegments->setContentsMargins(1, 1, 1, 1);
    inSegments->setSpacing(0);
    for (const Act act : {Act::SingleLabel, Act::SeveralLabels}) {
        QToolButton* button = actionButton(actions[act], act == Act::SingleLabel ? "singleButton" : "severalButton");
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        inSegments->addWidget(button);
    }

    auto* layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    layout->setSpacing(gap);
    layout->addWidget(actionButton(actions[Act::Import], "importButton"));
    layout->addWidget(m_export);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_models);
    layout->addWidget(m_run);
    layout->addWidget(new Hairline(this));
    layout->addWidget(segments);
    layout->addWidget(m_thresholdText);
    layout->addWidget(m_threshold);
    layout->addWidget(m_abstainText);
    layout->addWidget(m_abstain);
    layout->addStretch(1);
    QToolButton* palette = actionButton(actions[Act::Palette], "paletteButton");
    layout->addWidget(palette);

    connect(m_run, &QPushButton::clicked, this, [this] { m_actions[m_session.runningJob() != 0 ? Act::Cancel : Act::Run].trigger(); });
    connect(&m_actions[Act::Run], &QAction::changed, this, &ToolStrip::showRun);
    connect(&m_actions[Act::Cancel], &QAction::changed, this, &ToolStrip::showRun);
    connect(m_models, &ModelChooser::modelPageWanted, this, &ToolStrip::modelPageWanted);
    connect(&session, &LabelingSession::selectionChanged, this, &ToolStrip::showSelection);
    for (const auto signal : {&LabelingSession::runStateChanged, &LabelingSession::datasetChanged, &LabelingSession::decisionsChanged})
        connect(&session, signal, this, &ToolStrip::showRun);
    for (QDoubleSpinBox* box : {m_threshold, m_abstain}) connect(box, &QDoubleSpinBox::valueChanged, this, &ToolStrip::takeSelection);
    for (const Act act : {Act::SingleLabel, Act::SeveralLabels})
        connect(&actions[act], &QAction::triggered, this, &ToolStrip::takeSelection);
    retranslateUi();
    showSelection();
}

QToolButton* ToolStrip::actionButton(QAction& action, const char* name) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QDoubleSpinBox* ToolStrip::probabilityBox(const char* name) {
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setRange(0, 0.99);
    box->setSingleStep(0.05);
    box->setDecimals(2);
    box->setKeyboardTracking(false);
    box->setLocale(QLocale::c());
    return box;
}

void ToolStrip::setShownRows(std::size_t rows) {
    m_shownRows = rows;
    retranslateUi();
}

void ToolStrip::retranslateUi() {
    setActionText(m_actions[Act::Export],
                  m_shownRows == 0 ? tr("&Export…") : tr("&Export %n row(s)…", nullptr, static_cast<int>(m_shownRows)));
    m_thresholdText->setText(tr("Given from"));
    m_threshold->setToolTip(tr("A label is given from this probability on. Changes at once, without running the model"));
    m_abstainText->setText(tr("No label below"));
    m_abstain->setToolTip(
        tr("A text whose best label is less probable gets none; 0.00: every text gets one. Changes at once, without running the model"));
    showRun();
}

void ToolStrip::showRun() {
    const bool running = m_session.runningJob() != 0;
    const auto& decisions = m_session.decisions();
    const std::size_t texts = m_session.dataset() ? m_session.dataset()->size() : 0;
    const std::size_t waiting = decisions && decisions->incomplete > 0 ? decisions->incomplete : texts;
    m_run->setIcon(
        themedIcon(running ? QStringLiteral("cancel") : QStringLiteral("run"), m_run->isEnabled() ? IconInk::OnAccent : IconInk::Text));
    if (running) m_run->setText(tr("Cancel"));
    else if (texts == 0) m_run->setText(tr("Label"));
    else m_run->setText(tr("Label %n text(s)", nullptr, static_cast<int>(waiting)));
    const QAction& action = m_actions[running ? Act::Cancel : Act::Run];
    m_run->setEnabled(action.isEnabled());
    m_run->setToolTip(action.toolTip());
}

void ToolStrip::showSelection() {
    const Selection& selection = m_session.selection();
    const bool several = selection.mode == SelectionMode::EveryAboveThreshold;
    m_actions[several ? Act::SeveralLabels : Act::SingleLabel].setChecked(true);
    const QSignalBlocker quietThreshold(m_threshold);
    const QSignalBlocker quietAbstain(m_abstain);
    m_threshold->setValue(double(selection.threshold));
    m_abstain->setValue(double(selection.abstain));
    m_threshold->setVisible(several);
    m_thresholdText->setVisible(several);
}

void ToolStrip::takeSelection() {
    Selection selection = m_session.selection();
    selection.mode = m_actions[Act::SeveralLabels].isChecked() ? SelectionMode::EveryAboveThreshold : SelectionMode::SingleBest;
    selection.threshold = static_cast<float>(m_threshold->value());
    selection.abstain = static_cast<float>(m_abstain->value());
    m_session.setSelection(selection);
}

void ToolStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslateUi();
    QWidget::changeEvent(event);
}

void ToolStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), themeColours(palette()).line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColours(palette()).line);
}

}  // namespace labelwright::ui
