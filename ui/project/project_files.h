#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <filesystem>
#include <vector>

#include "ui/bridge/engine_bridge.h"

class QAction;
class QMenu;
class QWidget;

namespace labelwright::ui {

/// Which project file the window works in: new ones, others, copies, backups, rescue. Says which is to be opened; the window opens it, as
/// work under way must be saved first. GUI thread.
class ProjectFiles : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostRecent = 10;

    /// `session`: the file of those who never chose one; not offered as a file.
    ProjectFiles(EngineBridge& bridge, std::filesystem::path session, QWidget& window);

    const std::filesystem::path& current() const noexcept { return m_current; }
    bool isSession(const std::filesystem::path& file) const { return file == m_session; }
    /// For a title: empty for the session.
    QString currentName() const;

    void setRecent(const std::vector<std::filesystem::path>& files);
    const std::vector<std::filesystem::path>& recent() const noexcept { return m_recent; }
    QMenu& recentMenu() const noexcept { return *m_recentMenu; }

public slots:
    void createNew();
    void chooseOther();
    void saveCopy();
    void compact();
    void showBackups();
    /// What can be done about a project that could not be opened.
    void offerRescue(const std::filesystem::path& file);
    void retranslate();

signals:
    void openWanted(const std::filesystem::path& file);
    void restoreWanted(const std::filesystem::path& project, const std::filesystem::path& backup);
    void recentChanged();  ///< to be remembered
    void said(const QString& words);
    void failed(const labelwright::Error& error);

private:
    void opened(const ProjectOpened& event);
    void salvaged(const SalvageReport& report);
    void rescue(const std::filesystem::path& file);
    void backupsOf(const std::filesystem::path& file);
    void chooseFile(const char* name, bool save, const QString& title, const std::filesystem::path& suggestion,
                    const std::function<void(const std::filesystem::path&)>& then);

    EngineBridge& m_bridge;
    std::filesystem::path m_session;
    std::filesystem::path m_current;
    std::vector<std::filesystem::path> m_recent;  // the latest first; not the session
    QWidget& m_window;
    QMenu* m_recentMenu;
    QList<JobId> m_jobs;  // whose outcome is told here
};

}  // namespace labelwright::ui
