#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/main_window/error_strip.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_strip.h"
#include "ui/project/project_files.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {

void MainWindow::makeProjectFiles() {
    if (m_options.sessionProject.empty()) m_options.sessionProject = m_options.projectFile;
    m_projects = new ProjectFiles(m_bridge, m_options.sessionProject, *this);
    m_projects->setRecent(m_settings.recentProjects);
    connect(m_projects, &ProjectFiles::openWanted, this, &MainWindow::openProject);
    connect(m_projects, &ProjectFiles::restoreWanted, this,
            [this](const std::filesystem::path& project, const std::filesystem::path& backup) {
                m_session.cancelRun();
                m_session.flush();
                m_projectWanted = project;
                m_projectJob = m_bridge.engine().restoreBackup(project, backup);
            });
    connect(m_projects, &ProjectFiles::recentChanged, this, [this] {
        m_settings.recentProjects = m_projects->recent();
        if (m_options.keepSettings) m_options.keepSettings(m_settings);
    });
    connect(m_projects, &ProjectFiles::said, m_status, &StatusStrip::announce);
    connect(m_projects, &ProjectFiles::failed, m_errors, &ErrorStrip::show);
    connect(m_readOnly, &NoticeBar::buttonClicked, m_projects, &ProjectFiles::saveCopy);
}

void MainWindow::openProject(const std::filesystem::path& file) {
    m_session.cancelRun();
    m_session.flush();
    m_projectWanted = file;
    m_projectJob = m_bridge.engine().openProject(file);
}

void MainWindow::projectOpened(const ProjectOpened& event) {
    const QString notice =
        event.readOnly ? tr("Open for reading only; nothing you do here is kept. %1").arg(errorText(*event.readOnly)) : QString();
    m_readOnly->setNotice(notice, event.readOnly ? tr("Save a copy…") : QString());
    const std::filesystem::path last = m_projects->isSession(event.file) ? std::filesystem::path() : event.file;
    if (m_settings.lastProject != last) {
        m_settings.lastProject = last;
        if (m_options.keepSettings) m_options.keepSettings(m_settings);
    }
    showTitle();
    if (event.job != m_projectJob) return;
    if (m_started) {
        m_projectJob = 0;
        m_texts->focusTable();
    } else {
        started();
    }
}

void MainWindow::projectFailed(const Error& error) {
    const std::filesystem::path file = m_projectWanted;
    if (error.code == ErrorCode::FileMalformed) m_projects->offerRescue(file);
    if (!m_started) started();  // nothing is kept, but everything works
    m_projectJob = 0;
}

}  // namespace labelwright::ui
