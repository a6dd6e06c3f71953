#pragma once

#include <QDialog>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ui/bridge/engine_bridge.h"

class QLabel;
class QPushButton;
class QTableView;

namespace labelwright {
class TaskThread;
}

namespace labelwright::ui {

class Card;
class ModelTableModel;

struct ModelPageOptions {
    std::vector<std::filesystem::path> userFolders;  ///< the user's list, as in the settings
    std::filesystem::path downloadsFolder;           ///< where downloads go; only models in it are ever deleted
    std::string device = "auto";                     ///< what a check loads onto
    Precision precision = Precision::Auto;
};

/// The models on this computer: what they are, whether they can be used, trying one, adding and removing folders, downloading. GUI thread.
class ModelPage : public QDialog {
    Q_OBJECT

public:
    ModelPage(EngineBridge& bridge, ModelPageOptions options, QWidget* parent = nullptr);
    ~ModelPage() override;

    void addFolder(const QString& folder);

signals:
    /// The parent keeps the list and tells the engine where to look.
    void userFoldersChanged(const QStringList& folders);
    void modelChosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeLayout();
    void connectEngine();
    void retranslate();
    void refresh();
    void showModels(const std::vector<ModelEntry>& models);
    void showCurrent();
    const ModelEntry* current() const;
    std::vector<std::filesystem::path>::const_iterator listedFolderOf(const ModelEntry& model) const;
    void askFolder();
    void openDownload();
    void check();
    void endCheck(const QString& result);
    void choose();
    void remove();
    void confirm(const QString& question, const QString& detail, const QString& action, const std::function<void()>& then);
    void removeFromList(const std::filesystem::path& folder);
    void deleteDownload(const std::filesystem::path& folder);
    void announceFolders();

    EngineBridge& m_bridge;
    ModelPageOptions m_options;
    JobId m_checkJob = 0;
    std::string m_checked;  // model that m_checkResult is about
    QString m_checkResult;
    std::string m_wanted;  // folder of the model to select when it appears
    ModelTableModel* m_model;
    QLabel* m_title;
    Card* m_notice;
    QLabel* m_noticeText;
    QTableView* m_table;
    QLabel* m_details;
    QLabel* m_result;
    QPushButton* m_add;
    QPushButton* m_download;
    QPushButton* m_refresh;
    QPushButton* m_check;
    QPushButton* m_remove;
    QPushButton* m_use;
    QPushButton* m_close = nullptr;
    std::unique_ptr<TaskThread> m_thread;
};

}  // namespace labelwright::ui
