#include "ui/project/project_files.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

#include "ui/common/amount_text.h"
#include "ui/common/error_text.h"
#include "ui/project/backup_dialog.h"
#include "ui/project/salvage_dialog.h"

namespace labelwright::ui {
namespace {

std::filesystem::path toPath(const QString& file) { return QFile::encodeName(file).toStdString(); }
QString fromPath(const std::filesystem::path& file) { return QFile::decodeName(QByteArray::fromStdString(file.string())); }

}  // namespace

ProjectFiles::ProjectFiles(EngineBridge& bridge, std::filesystem::path session, QWidget& window)
    : QObject(&window), m_bridge(bridge), m_session(std::move(session)), m_window(window), m_recentMenu(new QMenu(&window)) {
    m_recentMenu->setObjectName(QStringLiteral("menuRecentProjects"));
    connect(&bridge, &EngineBridge::projectOpened, this, &ProjectFiles::opened);
    connect(&bridge, &EngineBridge::projectCopied, this, [this](const ProjectCopied& event) {
        if (m_jobs.removeOne(event.job)) emit said(tr("A copy is in %1.").arg(fromPath(event.file)));
    });
    connect(&bridge, &EngineBridge::projectCompacted, this, [this](const ProjectCompacted& event) {
        if (m_jobs.removeOne(event.job))
            emit said(tr("The project took %1, now %2.").arg(bytesText(event.bytes.before), bytesText(event.bytes.after)));
    });
    connect(&bridge, &EngineBridge::projectSalvaged, this, [this](const ProjectSalvaged& event) {
        if (m_jobs.removeOne(event.job)) salvaged(event.report);
    });
    connect(&bridge, &EngineBridge::failed, this, [this](const Failed& event) {
        if (m_jobs.removeOne(event.job)) emit failed(event.error);
    });
    retranslate();
}

QString ProjectFiles::currentName() const { return m_current.empty() || isSession(m_current) ? QString() : fromPath(m_current.stem()); }

void ProjectFiles::setRecent(const std::vector<std::filesystem::path>& files) {
    m_recent = files;
    retranslate();
}

void ProjectFiles::opened(const ProjectOpened& event) {
    m_current = event.file;
    if (m_current.empty() || isSession(m_current)) return;
    std::erase(m_recent, m_current);
    m_recent.insert(m_recent.begin(), m_current);
    if (m_recent.size() > mostRecent) m_recent.resize(mostRecent);
    retranslate();
    emit recentChanged();
}

void ProjectFiles::retranslate() {
    m_recentMenu->setTitle(tr("Open &recent"));
    m_recentMenu->clear();
    QAction* session = m_recentMenu->addAction(tr("Work without a project file"));
    connect(session, &QAction::triggered, this, [this] { emit openWanted(m_session); });
    m_recentMenu->addSeparator();
    for (const std::filesystem::path& file : m_recent) {
        QAction* action = m_recentMenu->addAction(fromPath(file).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, file] { emit openWanted(file); });
    }
    if (m_recent.empty()) m_recentMenu->addAction(tr("No project was opened yet"))->setEnabled(false);
}

void ProjectFiles::chooseFile(const char* name, bool save, const QString& title, const std::filesystem::path& suggestion,
                              const std::function<void(const std::filesystem::path&)>& then) {
    auto* dialog = new QFileDialog(&m_window, title, fromPath(suggestion));
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("lwproj"));
    dialog->setNameFilters({tr("Labelwright projects (*.lwproj)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [then](const QString& file) { then(toPath(file)); });
    dialog->open();
}

void ProjectFiles::createNew() {
    chooseFile("newProjectDialog", true, tr("New project"), m_current.parent_path() / tr("Project.lwproj").toStdString(),
               [this](const std::filesystem::path& file) {
                   std::error_code unknown;
                   if (std::filesystem::exists(file, unknown)) {
                       // The question about replacing was the file dialog's; a project is not emptied for a misread question.
                       emit failed(Error{ErrorCode::FileUnwritable,
                                         file.string() + " exists; a new project takes a new name",
                                         {file.string(), tr("there is such a file already").toStdString()}});
                       return;
                   }
                   emit openWanted(file);
               });
}

void ProjectFiles::chooseOther() {
    chooseFile("openProjectDialog", false, tr("Open a project"), m_current.parent_path(),
               [this](const std::filesystem::path& file) { emit openWanted(file); });
}

void ProjectFiles::saveCopy() {
    const std::filesystem::path name =
        isSession(m_current) ? tr("Project").toStdString() : (m_current.stem().string() + tr(" copy").toStdString());
    chooseFile("saveCopyDialog", true, tr("Save a copy of the project"), m_current.parent_path() / (name.string() + ".lwproj"),
               [this](const std::filesystem::path& file) { m_jobs << m_bridge.engine().copyProject(file); });
}

void ProjectFiles::compact() { m_jobs << m_bridge.engine().compactProject(); }

void ProjectFiles::showBackups() { backupsOf(m_current); }

void ProjectFiles::backupsOf(const std::filesystem::path& file) {
    auto* dialog = new BackupDialog(m_bridge, file, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupDialog::restoreWanted, this,
            [this, file](const std::filesystem::path& backup) { emit restoreWanted(file, backup); });
    dialog->open();
}

void ProjectFiles::offerRescue(const std::filesystem::path& file) {
    auto* question =
        new QMessageBox(QMessageBox::Warning, tr("The project is damaged"),
                        tr("%1 cannot be opened as it is. It was left untouched.").arg(fromPath(file)), QMessageBox::Close, &m_window);
    question->setObjectName(QStringLiteral("damagedQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("A backup takes you back to how it was. A rescue reads what can still be read into a new project."));
    auto* backups = question->addButton(tr("Backups…"), QMessageBox::ActionRole);
    auto* rescued = question->addButton(tr("Rescue…"), QMessageBox::ActionRole);
    backups->setObjectName(QStringLiteral("damagedBackups"));
    rescued->setObjectName(QStringLiteral("damagedRescue"));
    question->setDefaultButton(backups);
    connect(question, &QMessageBox::buttonClicked, this, [=, this](QAbstractButton* button) {
        if (button == backups) backupsOf(file);
        if (button == rescued) rescue(file);
    });
    question->open();
}

void ProjectFiles::rescue(const std::filesystem::path& file) {
    const std::filesystem::path name = file.stem().string() + tr(" rescued").toStdString() + ".lwproj";
    chooseFile("rescueDialog", true, tr("Rescue into a new project"), file.parent_path() / name,
               [this, file](const std::filesystem::path& target) { m_jobs << m_bridge.engine().salvageProject(file, target); });
}

void ProjectFiles::salvaged(const SalvageReport& report) {
    auto* dialog = new SalvageDialog(report, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, file = report.file] { emit openWanted(file); });
    dialog->open();
}

}  // namespace labelwright::ui
