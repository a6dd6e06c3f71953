#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/charts/confidence_chart.h"
#include "ui/common/icons.h"
#include "ui/common/notice_bar.h"
#include "ui/labels/label_panel.h"
#include "ui/main_window/command_palette.h"
#include "ui/main_window/error_strip.h"
#include "ui/main_window/key_sheet.h"
#include "ui/main_window/plan_card.h"
#include "ui/main_window/status_strip.h"
#include "ui/main_window/tool_strip.h"
#include "ui/models/texts_model.h"
#include "ui/project/project_files.h"
#include "ui/review/reviewer.h"
#include "ui/review/selection_bar.h"
#include "ui/texts/details_panel.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

/// A query that finds the texts of one label.
QString queryForLabel(const QString& name) {
    const bool plain = !name.contains(QLatin1Char(' ')) && !name.contains(QLatin1Char(',')) && !name.contains(QLatin1Char('"'));
    return plain ? QStringLiteral("label:") + name : QStringLiteral("label:\"%1\"").arg(name);
}

}  // namespace

MainWindow::MainWindow(EngineBridge& bridge, MainWindowOptions options, QWidget* parent)
    : QMainWindow(parent),
      m_bridge(bridge),
      m_options(std::move(options)),
      m_settings(m_options.settings),
      m_session(bridge),
      m_actions(m_session.undoStack(), *this) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_session.setComputeChoice({m_settings.device, m_settings.precision, m_settings.allowReducedCpuPrecision});
    makePages();
    makeMenus();
    connectActions();
    connectEngine();
    restorePlacement();
    retranslateUi();
    enableActions();
    start();
}

MainWindow::~MainWindow() { m_session.disconnect(this); }

void MainWindow::makePages() {
    auto* centre = new QWidget(this);
    auto* rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_tools = new ToolStrip(m_session, m_actions, centre);
    m_errors = new ErrorStrip(centre);
    m_readOnly = new NoticeBar(centre);
    m_readOnly->setObjectName(QStringLiteral("readOnlyBar"));
    m_splitter = new QSplitter(Qt::Horizontal, centre);
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_status = new StatusStrip(m_session, centre);
    m_status->setLanguage(m_settings.language);

    m_left = new QWidget(m_splitter);
    auto* left = new QVBoxLayout(m_left);
    const int gap = fontMetrics().height() / 2;
    left->setContentsMargins(0, 0, 0, gap);
    left->setSpacing(gap);
    m_labels = new LabelPanel(m_session, m_options.presets, m_left);
    if (m_options.labelHistory) m_labels->setHistory(*m_options.labelHistory);
    m_plan = new PlanCard(m_session, m_left);
    auto* plan = new QVBoxLayout;
    plan->setContentsMargins(gap, 0, gap, 0);
    plan->addWidget(m_plan);
    left->addWidget(m_labels, 1);
    left->addLayout(plan);
    m_middle = new QStackedWidget(m_splitter);
    m_right = new QStackedWidget(m_splitter);
    m_texts = new TextsPage(m_session);
    m_details = new DetailsPanel(m_session);
    m_middle->addWidget(m_texts);
    m_right->addWidget(m_details);
    makeMergePage();
    makeEvaluationPage();
    m_left->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 30);
    m_middle->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 56);
    m_right->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 34);
    m_reviewer = new Reviewer(m_session, *this, m_texts->table(), [this] { return m_texts->selectedRows(); });
    auto* selection = new SelectionBar(*m_reviewer, {&m_actions[Act::GiveToAlike]}, m_texts);
    m_texts->addBar(*selection);
    connect(m_texts, &TextsPage::selectionChanged, selection, &SelectionBar::setCount);
    connect(selection, &SelectionBar::clearWanted, m_texts, &TextsPage::clearSelection);
    for (int i = 0; i < 3; ++i) m_splitter->setStretchFactor(i, i == 1 ? 1 : 0);

    rows->addWidget(m_tools);
    rows->addWidget(m_errors);
    rows->addWidget(m_readOnly);
    rows->addWidget(m_splitter, 1);
    rows->addWidget(m_status);
    setCentralWidget(centre);
    makeProjectFiles();
}

void MainWindow::makeMenus() {
    const auto menu = [this](const char* name, std::initializer_list<QAction*> actions) {
        QMenu* made = menuBar()->addMenu(QString());
        made->setObjectName(QLatin1String(name));
        made->setToolTipsVisible(true);
        for (QAction* action : actions) {
            if (action != nullptr) made->addAction(action);
            else made->addSeparator();
        }
        m_menus << made;
    };
    const auto act = [this](Act which) { return &m_actions[which]; };
    menu("menuFile", {act(Act::NewProject), act(Act::OpenProject), m_projects->recentMenu().menuAction(), act(Act::SaveCopy),
                      act(Act::Backups), act(Act::Compact), nullptr, act(Act::Import), act(Act::ImportFolder), act(Act::Paste),
                      act(Act::OpenSample), nullptr, act(Act::Export), nullptr, act(Act::Settings), nullptr, act(Act::Quit)});
    menu("menuEdit", {&m_actions.undo(), &m_actions.redo(), act(Act::History), nullptr, act(Act::CopyTexts), act(Act::SelectAll), nullptr,
                      act(Act::Find), act(Act::ShowFilters), act(Act::ClearFilter)});
    menu("menuLabels", {act(Act::AddLabels), act(Act::MergeSuggestions), act(Act::LabelVersions), nullptr});
    for (QAction* action : m_labels->labelActions()) m_menus.back()->addAction(action);
    m_menus.back()->addSeparator();
    m_menus.back()->addActions({act(Act::SingleLabel), act(Act::SeveralLabels)});
    menu("menuReview", {});
    for (QAction* action : m_reviewer->actions()) {
        if (action != nullptr) m_menus.back()->addAction(action);
        else m_menus.back()->addSeparator();
    }
    m_menus.back()->addActions({act(Act::AcceptConfident), act(Act::GiveToAlike), act(Act::NextUncertain), act(Act::PreviousUncertain)});
    menu("menuRun", {act(Act::Run), act(Act::Cancel), nullptr, act(Act::Models)});
    menu("menuView", {act(Act::Chart), act(Act::Evaluation), nullptr, act(Act::ShowLabels), act(Act::ShowDetails), act(Act::FocusTable)});
    menu("menuHelp", {act(Act::Palette), act(Act::Keys), act(Act::ChangeKeys), nullptr, act(Act::About)});
    m_keys = std::make_unique<KeyMap>(m_menus);
    useKeys(m_settings.changedKeys);
}

void MainWindow::connectActions() {
    const auto on = [this](Act act, auto&& slot) { connect(&m_actions[act], &QAction::triggered, this, slot); };
    on(Act::NewProject, [this] { m_projects->createNew(); });
    on(Act::OpenProject, [this] { m_projects->chooseOther(); });
    on(Act::SaveCopy, [this] { m_projects->saveCopy(); });
    on(Act::Compact, [this] { m_projects->compact(); });
    on(Act::Backups, [this] { m_projects->showBackups(); });
    on(Act::Import, &MainWindow::chooseImportFile);
    on(Act::ImportFolder, &MainWindow::chooseImportFolder);
    on(Act::Paste, &MainWindow::importClipboard);
    on(Act::OpenSample, &MainWindow::importSample);
    on(Act::Export, &MainWindow::exportRows);
    on(Act::Settings, &MainWindow::openSettings);
    on(Act::Quit, &QWidget::close);
    on(Act::CopyTexts, [this] { m_texts->copySelectedTexts(); });
    on(Act::SelectAll, [this] { m_texts->selectAllRows(); });
    on(Act::Find, [this] {
        closeMergePage();
        m_texts->focusSearch();
    });
    connect(&m_actions[Act::ShowFilters], &QAction::toggled, m_texts, &TextsPage::setFacetsShown);
    connect(m_texts, &TextsPage::facetsShownChanged, &m_actions[Act::ShowFilters], &QAction::setChecked);
    on(Act::ClearFilter, [this] { m_texts->setQuery({}); });
    on(Act::AddLabels, [this] {
        m_actions[Act::ShowLabels].setChecked(true);
        m_labels->focusAdder();
    });
    on(Act::LabelVersions, &MainWindow::openVersions);
    on(Act::History, &MainWindow::openHistory);
    on(Act::MergeSuggestions, &MainWindow::openMergePage);
    on(Act::Run, &MainWindow::run);
    on(Act::Cancel, [this] { m_session.cancelRun(); });
    on(Act::Models, &MainWindow::openModels);
    on(Act::AcceptConfident, &MainWindow::acceptConfident);
    on(Act::GiveToAlike, &MainWindow::giveToAlike);
    on(Act::NextUncertain, [this] {
        closeMergePage();
        m_texts->goToUncertain(1);
    });
    on(Act::PreviousUncertain, [this] {
        closeMergePage();
        m_texts->goToUncertain(-1);
    });
    on(Act::Chart, &MainWindow::openChart);
    on(Act::Evaluation, &MainWindow::openEvaluationPage);
    on(Act::FocusTable, [this] {
        closeMergePage();
        m_texts->focusTable();
    });
    on(Act::ChangeKeys, &MainWindow::openKeyDialog);
    on(Act::Palette, &MainWindow::openPalette);
    on(Act::Keys, [this] { (new KeySheet(m_menus, this))->open(); });
    on(Act::About, &MainWindow::about);
    connect(&m_actions[Act::ShowLabels], &QAction::toggled, m_left, &QWidget::setVisible);
    connect(&m_actions[Act::ShowDetails], &QAction::toggled, m_right, &QWidget::setVisible);
    m_actions[Act::ShowLabels].setChecked(true);
    m_actions[Act::ShowDetails].setChecked(true);

    connect(m_tools, &ToolStrip::modelPageWanted, this, &MainWindow::openModels);
    connect(m_labels, &LabelPanel::labelClicked, this, [this](const QString& id) {
        for (const Label& label : m_session.labels().labels)
            if (QString::fromStdString(label.id) == id) showTexts(queryForLabel(QString::fromStdString(label.name)));
        if (id.isEmpty()) showTexts(QStringLiteral("label:none"));
    });
    connect(m_texts, &TextsPage::currentRowChanged, this, [this] {
        m_details->setRow(m_texts->currentRow());
        const auto row = m_texts->currentRow();
        const std::string_view text = row ? (*m_session.dataset())[*row].text : std::string_view();
        m_labels->setExampleText(QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 400))));
    });
    connect(m_texts, &TextsPage::rowsChanged, this, &MainWindow::enableActions);
    connect(m_texts, &TextsPage::sampleWanted, this, &MainWindow::importSample);
    connect(m_texts, &TextsPage::importWanted, this, &MainWindow::chooseImportFile);
    connect(m_texts, &TextsPage::pasteWanted, this, &MainWindow::importClipboard);
    connect(m_texts, &TextsPage::runWanted, this, &MainWindow::run);
    connect(m_texts, &TextsPage::cancelWanted, this, [this] { m_session.cancelRun(); });
    connect(m_reviewer, &Reviewer::advanceWanted, m_texts, [this] { m_texts->goToNeighbour(1); });
    connect(m_reviewer, &Reviewer::splitWanted, m_labels, &LabelPanel::splitOff);
    connect(m_reviewer, &Reviewer::sameLabelWanted, m_texts, &TextsPage::goToSameLabel);
    connect(m_reviewer, &Reviewer::said, m_status, &StatusStrip::announce);
    connect(m_details, &DetailsPanel::chartWanted, this, &MainWindow::openChart);
    connect(m_status, &StatusStrip::truncatedWanted, this, [this] { showTexts(QStringLiteral("truncated:yes")); });
    connect(m_status, &StatusStrip::unreviewedWanted, this, [this] { showTexts(QStringLiteral("status:unreviewed")); });
    connect(m_status, &StatusStrip::languageChosen, this, [this](Language language) {
        AppSettings settings = m_settings;
        settings.language = language;
        applySettings(settings);
    });
}

void MainWindow::connectEngine() {
    for (const auto signal : {&LabelingSession::datasetChanged, &LabelingSession::labelsChanged, &LabelingSession::decisionsChanged,
                              &LabelingSession::runStateChanged})
        connect(&m_session, signal, this, &MainWindow::enableActions);
    connect(&m_session, &LabelingSession::datasetChanged, this, &MainWindow::showTitle);
    connect(&m_session, &LabelingSession::datasetChanged, this, &MainWindow::closeMergePage);
    connect(&m_session, &LabelingSession::saveFailed, m_errors, &ErrorStrip::show);
    connect(&m_bridge, &EngineBridge::warned, this, [this](const Warning& event) { m_errors->show(event.error); });
    connect(&m_bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        const bool ours = event.job == m_projectJob || event.job == m_sampleJob || event.job == m_runJob;
        if (ours && event.error.code != ErrorCode::Cancelled) m_errors->show(event.error);
        if (event.job == m_projectJob) projectFailed(event.error);
    });
    connect(&m_bridge, &EngineBridge::projectOpened, this, [this](const ProjectOpened& event) { projectOpened(event); });
    connect(&m_bridge, &EngineBridge::imported, this, [this](const Imported& event) {
        if (event.job == m_sampleJob && event.result.dataset) sampleImported();
        else if (event.way == ImportWay::Append) sayWhatWasAdded(event);
    });
    connect(&m_session, &LabelingSession::answersTaken, this, &MainWindow::sayWhatWasDecided);
    connect(&m_bridge, &EngineBridge::finished, this, [this](const Finished& event) {
        if (event.job == m_runJob) announceRun(event.summary);
    });
}

// What is shown

void MainWindow::retranslateUi() {
    const std::array titles{tr("&File"), tr("&Edit"), tr("&Labels"), tr("Re&view"), tr("&Run"), tr("&View"), tr("&Help")};
    for (std::size_t i = 0; i < titles.size(); ++i) m_menus[static_cast<qsizetype>(i)]->setTitle(titles[i]);
    m_actions.retranslate();
    m_reviewer->retranslate();
    m_projects->retranslate();
    m_splitter->setAccessibleName(tr("Labels, texts, details"));
    showTitle();
}

void MainWindow::showTitle() {
    const QString texts = m_session.dataset() ? QString::fromStdString(m_session.dataset()->source().name) : QString();
    const QString project = m_projects->currentName();
    const QString name = project.isEmpty() || texts.isEmpty() ? project + texts : tr("%1: %2").arg(project, texts);
    setWindowTitle(name.isEmpty() ? tr("Labelwright") : tr("%1 — Labelwright").arg(name));
}

void MainWindow::enableActions() {
    const bool texts = m_session.dataset() && m_session.dataset()->size() > 0;
    const bool running = m_session.runningJob() != 0;
    const bool labels = checkLabelSet(m_session.labels()).ok();
    const auto shown = m_texts->model().rows().size();
    const bool scored = texts && m_session.decisions() && m_session.decisions()->unscored < m_session.dataset()->size();
    m_actions[Act::Run].setEnabled(texts && labels && !running);
    m_actions[Act::Cancel].setEnabled(running);
    m_actions[Act::Export].setEnabled(shown > 0);
    m_actions[Act::CopyTexts].setEnabled(shown > 0);
    m_actions[Act::SelectAll].setEnabled(shown > 0);
    m_actions[Act::Find].setEnabled(texts);
    m_reviewer->setTextsShown(shown > 0);
    m_actions[Act::ClearFilter].setEnabled(texts && !m_texts->query().isEmpty());
    m_actions[Act::Chart].setEnabled(scored);
    m_actions[Act::GiveToAlike].setEnabled(shown > 0);
    m_actions[Act::AcceptConfident].setEnabled(scored);
    m_actions[Act::NextUncertain].setEnabled(scored);
    m_actions[Act::PreviousUncertain].setEnabled(scored);
    m_tools->setShownRows(shown);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslateUi();
    QMainWindow::changeEvent(event);
}

// Placement

void MainWindow::restorePlacement() {
    const WindowPlacement& placement = m_settings.placement;
    if (placement.geometry.isEmpty() || !restoreGeometry(placement.geometry)) {
        const int letter = fontMetrics().horizontalAdvance(QLatin1Char('0'));
        resize(letter * 190, letter * 118);
    }
    if (placement.splitter.isEmpty() || !m_splitter->restoreState(placement.splitter)) {
        const int letter = fontMetrics().horizontalAdvance(QLatin1Char('0'));
        m_splitter->setSizes({letter * 39, letter * 104, letter * 47});
    }
    m_texts->restoreHeader(placement.tableHeader);
}

void MainWindow::rememberPlacement() {
    m_settings.placement = {saveGeometry(), m_splitter->saveState(), m_texts->saveHeader()};
    if (m_options.keepSettings) m_options.keepSettings(m_settings);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    rememberPlacement();
    m_session.cancelRun();
    m_session.flush();
    event->accept();
}

}  // namespace labelwright::ui
