#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include "ui/charts/confidence_chart.h"
#include "ui/common/amount_text.h"
#include "ui/common/icons.h"
#include "ui/import_export/export_dialog.h"
#include "ui/import_export/import_dialog.h"
#include "ui/labels/version_dialog.h"
#include "ui/main_window/command_palette.h"
#include "ui/main_window/error_strip.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/plan_card.h"
#include "ui/main_window/status_strip.h"
#include "ui/model_manager/model_page.h"
#include "ui/models/texts_model.h"
#include "ui/review/accept_dialog.h"
#include "ui/review/alike_dialog.h"
#include "ui/review/history_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

std::filesystem::path toPath(const QString& file) { return QFile::encodeName(file).toStdString(); }
QString fromPath(const std::filesystem::path& file) { return QFile::decodeName(QByteArray::fromStdString(file.string())); }

/// The one local file of a drag, if that is what it is.
QString draggedFile(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

// Start

void MainWindow::start() {
    m_bridge.engine().findModels();
    m_bridge.engine().cacheStatistics();
    if (m_options.projectFile.empty()) QMetaObject::invokeMethod(this, &MainWindow::started, Qt::QueuedConnection);
    else openProject(m_options.projectFile);
    if (m_options.startProblem) m_errors->show(*m_options.startProblem);
}

void MainWindow::started() {
    m_started = true;
    m_projectJob = 0;
    const bool empty = !m_session.dataset() || m_session.dataset()->size() == 0;
    const bool sample = m_options.start == MainWindowOptions::Start::Sample;
    if (!m_options.importFile.empty()) importFrom({m_options.importFile, {}});
    else if (sample && empty) importSample();
    else if (sample && sampleUnfinished()) sampleImported();
    m_texts->focusTable();
}

// Import and export

void MainWindow::chooseImportFile() {
    auto* dialog = new QFileDialog(this, tr("Import texts"), fromPath(m_lastFolder));
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables and texts (*.csv *.tsv *.xlsx *.jsonl *.ndjson *.json *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_lastFolder = toPath(file).parent_path();
        importFrom({toPath(file), {}});
    });
    dialog->open();
}

void MainWindow::chooseImportFolder() {
    auto* dialog = new QFileDialog(this, tr("Import a folder of texts"), fromPath(m_lastFolder));
    dialog->setObjectName(QStringLiteral("importFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_lastFolder = toPath(folder);
        importFrom({toPath(folder), {}});
    });
    dialog->open();
}

void MainWindow::sayWhatWasAdded(const Imported& event) {
    QString said = tr("%n text(s) added.", nullptr, static_cast<int>(event.added));
    if (event.duplicates > 0) said += QLatin1Char(' ') + tr("%n were there already.", nullptr, static_cast<int>(event.duplicates));
    m_status->announce(said);
}

void MainWindow::sayWhatWasDecided(std::size_t decided, std::size_t newLabels, std::size_t kept, std::size_t unmatched) {
    QStringList said{tr("%n decision(s) came from the file.", nullptr, static_cast<int>(decided))};
    if (newLabels > 0) said << tr("%n label(s) are new.", nullptr, static_cast<int>(newLabels));
    if (kept > 0) said << tr("%n decision(s) made here before stay, although the file says otherwise.", nullptr, static_cast<int>(kept));
    if (unmatched > 0) said << tr("%n decision(s) are about texts that are not here.", nullptr, static_cast<int>(unmatched));
    m_status->announce(said.join(QLatin1Char(' ')));
}

void MainWindow::importFrom(const ImportSource& source) {
    auto* dialog = new ImportDialog(m_bridge, source, {m_session.dataset(), m_settings.importColumns}, this);
    connect(dialog, &ImportDialog::columnsTaken, this, [this](const ImportColumns& columns) {
        rememberColumns(m_settings.importColumns, columns);
        if (m_options.keepSettings) m_options.keepSettings(m_settings);
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::importClipboard() {
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        m_status->announce(tr("The clipboard holds no text."));
        return;
    }
    importFrom({text.toStdString(), tr("Clipboard").toStdString()});
}

void MainWindow::importSample() {
    const auto takeSample = [this] { m_sampleJob = m_bridge.engine().importTexts({m_options.sampleFile, {}}, {}); };
    if (!m_session.dataset() || m_session.dataset()->size() == 0) {
        takeSample();
        return;
    }
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Open the sample"),
                        tr("The sample takes the place of the texts that are open. Your labels stay."), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("sampleQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(question->addButton(tr("Open the sample"), QMessageBox::AcceptRole));
    connect(question, &QMessageBox::buttonClicked, this, [question, takeSample](QAbstractButton* button) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) takeSample();
    });
    question->open();
}

/// The sample was imported by an earlier start that ended before every text had its labels.
bool MainWindow::sampleUnfinished() const {
    if (m_session.dataset()->source().path != m_options.sampleFile.string()) return false;
    for (std::size_t row = 0; row < m_session.dataset()->size(); ++row) {
        if (!m_session.scoredAt(row)) return true;
    }
    return false;
}

void MainWindow::sampleImported() {
    m_sampleJob = 0;
    if (m_session.labels().labels.empty() && !m_options.sampleLabels.labels.empty()) {
        m_session.setLabels(m_options.sampleLabels, tr("Labels of the sample"));
    }
    m_texts->focusTable();
    run();
}

void MainWindow::exportRows() {
    if (!m_session.dataset()) return;
    ExportTable table{m_session.dataset(),   m_texts->model().rows(), m_session.labels(),     m_session.scores(),
                      m_session.selection(), m_session.reviews(),     m_session.formerNames()};
    auto* dialog = new ExportDialog(m_bridge, std::move(table), m_texts->selectedRows(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString file = draggedFile(*event->mimeData());
    if (file.isEmpty()) return;
    event->acceptProposedAction();
    if (file.endsWith(QLatin1String(".lwproj"), Qt::CaseInsensitive)) {
        openProject(toPath(file));
        return;
    }
    m_lastFolder = toPath(file).parent_path();
    importFrom({toPath(file), {}});
}

// Runs

void MainWindow::run() {
    m_session.startRun(m_texts->visibleRows());
    m_runJob = m_session.runningJob();
}

void MainWindow::announceRun(const RunSummary& summary) {
    const QLocale locale;
    const std::uint64_t fresh = summary.pairs - std::min(summary.pairs, summary.fromCache);
    m_status->announce(
        tr("%n text(s) labeled in %1: %2 pairs computed, %3 from the cache.", nullptr, static_cast<int>(summary.texts))
            .arg(durationText(summary.seconds), locale.toString(qulonglong(fresh)), locale.toString(qulonglong(summary.fromCache))));
    if (!isActiveWindow()) QApplication::alert(this);
}

// Dialogs

void MainWindow::applySettings(const AppSettings& settings) {
    const AppSettings before = m_settings;
    m_settings = settings;
    m_settings.placement = before.placement;
    if (settings.language != before.language || settings.colourScheme != before.colourScheme) applyAppearance(*qApp, m_settings);
    m_status->setLanguage(m_settings.language);
    m_session.setComputeChoice({m_settings.device, m_settings.precision, m_settings.allowReducedCpuPrecision});
    if (settings.modelFolders != before.modelFolders && m_options.modelRoots) {
        m_bridge.engine().setModelRoots(m_options.modelRoots(m_settings.modelFolders));
        m_bridge.engine().findModels();
    }
    if (m_options.keepSettings) m_options.keepSettings(m_settings);
}

void MainWindow::openSettings() {
    auto* dialog = new SettingsDialog(m_settings, m_bridge, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::applied, this, &MainWindow::applySettings);
    dialog->open();
}

void MainWindow::openModels() {
    auto* page =
        new ModelPage(m_bridge, {m_settings.modelFolders, m_options.downloadsFolder, m_settings.device, m_settings.precision}, this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &ModelPage::userFoldersChanged, this, [this](const QStringList& folders) {
        AppSettings settings = m_settings;
        settings.modelFolders.clear();
        for (const QString& folder : folders) settings.modelFolders.push_back(toPath(folder));
        applySettings(settings);
    });
    connect(page, &ModelPage::modelChosen, &m_session, &LabelingSession::setModelChoice);
    page->open();
}

void MainWindow::openChart() {
    const auto row = m_texts->currentRow();
    auto* chart = new ConfidenceChart(m_session, row ? std::optional<std::size_t>(*row) : std::nullopt, this);
    chart->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_texts, &TextsPage::currentRowChanged, chart, [this, chart] {
        const auto current = m_texts->currentRow();
        chart->setRow(current ? std::optional<std::size_t>(*current) : std::nullopt);
    });
    chart->show();
}

void MainWindow::openVersions() {
    auto* dialog = new VersionDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionDialog::rowChosen, m_texts, &TextsPage::goToRow);
    dialog->open();
}

void MainWindow::openHistory() {
    auto* dialog = new HistoryDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::acceptConfident() {
    auto* dialog = new AcceptDialog(m_session, m_texts->model().rows(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AcceptDialog::rowChosen, m_texts, &TextsPage::goToRow);
    connect(dialog, &AcceptDialog::said, m_status, &StatusStrip::announce);
    dialog->open();
}

void MainWindow::giveToAlike() {
    const auto row = m_texts->currentRow();
    if (!row || !m_session.reviews().decided(*row)) {
        m_status->announce(tr("Decide on the text first; then texts like it can get the same."));
        return;
    }
    auto* dialog = new AlikeDialog(m_session, *row, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AlikeDialog::said, m_status, &StatusStrip::announce);
    dialog->open();
}

void MainWindow::openPalette() {
    QList<QAction*> actions;
    for (const QMenu* menu : m_menus) {
        for (QAction* action : menu->actions())
            if (!action->isSeparator() && action != &m_actions[Act::Palette]) actions << action;
    }
    (new CommandPalette(actions, this))->open();
}

void MainWindow::about() {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Labelwright"),
        tr("<p><b>Labelwright %1</b></p><p>Labels texts with pretrained models on this computer. Nothing is sent anywhere.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. Built with Qt %2, libtorch, ICU, "
           "SQLite and QCustomPlot.</p>")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(themedIcon(QStringLiteral("label")).pixmap(QSize(48, 48), devicePixelRatioF()));
    box->open();
}

}  // namespace labelwright::ui
