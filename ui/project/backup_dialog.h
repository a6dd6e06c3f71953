#pragma once

#include <QDialog>
#include <filesystem>
#include <vector>

#include "ui/bridge/engine_bridge.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace labelwright::ui {

/// The backups of a project beside what it holds now, and the way back to one. GUI thread.
class BackupDialog : public QDialog {
    Q_OBJECT

public:
    BackupDialog(EngineBridge& bridge, const std::filesystem::path& project, QWidget* parent = nullptr);

signals:
    void restoreWanted(const std::filesystem::path& backup);

private:
    void show(const BackupsListed& event);
    void addRow(const QString& when, const QString& occasion, const std::optional<ProjectFacts>& facts, bool differences);
    void restore();

    JobId m_job = 0;
    std::optional<ProjectFacts> m_present;
    std::vector<ProjectBackup> m_backups;
    QLabel* m_head;
    QTableWidget* m_table;
    QPushButton* m_restore;
};

}  // namespace labelwright::ui
