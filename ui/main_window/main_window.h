#pragma once

#include <QMainWindow>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/checkpoint/model_catalog.h"
#include "core/domain/label.h"
#include "core/io/text_import.h"
#include "core/labels/label_history.h"
#include "core/labels/preset_store.h"
#include "core/labels/suggestions/never_together.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/common/app_settings.h"
#include "ui/main_window/key_map.h"
#include "ui/main_window/window_actions.h"
#include "ui/models/labeling_session.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace labelwright::ui {

class ConfidenceChart;
class DetailsPanel;
class ErrorStrip;
class EvaluationPage;
class LabelPanel;
class MergePage;
class MergeSearch;
class NeverTogetherShelf;
class PlanCard;
class NoticeBar;
class ProjectFiles;
class Reviewer;
class StatusStrip;
class TextsPage;
class ToolStrip;

/// Where the program's things are and what the window does first.
struct MainWindowOptions {
    PresetStore presets;
    NeverTogether neverTogether;                 ///< pairs of names that are not suggested for merging
    std::optional<LabelHistory> labelHistory{};  ///< labels used on this machine, offered for new sets
    std::filesystem::path projectFile{};         ///< opened first, so that all work survives; empty: nothing is kept
    std::filesystem::path sessionProject{};      ///< of those who never chose a file; empty: projectFile
    std::optional<Error> startProblem{};         ///< told once the window is there
    std::filesystem::path sampleFile{};          ///< what "Open the sample" imports
    LabelSet sampleLabels{};                     ///< labels it is shown with where there are none yet
    enum class Start {
        LastSession,  ///< what was open the last time
        Sample,       ///< the sample, labeled, unless the last session has texts
    };
    Start start = Start::LastSession;
    std::filesystem::path downloadsFolder{};  ///< where models from a hub go; empty: none can be downloaded
    std::filesystem::path importFile{};       ///< offered for import once the project is open; empty: none
    AppSettings settings{};
    std::function<void(const AppSettings&)> keepSettings{};                               ///< writes them; called on every change
    std::function<CatalogRoots(const std::vector<std::filesystem::path>&)> modelRoots{};  ///< where models are, with the user's folders
};

/// The window: labels at the left, texts in the middle, the selected text at the right. Connects the pages, which do not know each other.
/// `bridge` must outlive it. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(EngineBridge& bridge, MainWindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    LabelingSession& session() noexcept { return m_session; }
    TextsPage& textsPage() noexcept { return *m_texts; }
    const AppSettings& settings() const noexcept { return m_settings; }

public slots:
    void applySettings(const labelwright::ui::AppSettings& settings);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePages();
    void makeMenus();
    void connectActions();
    void connectEngine();
    void retranslateUi();
    void enableActions();
    void showTitle();
    void restorePlacement();
    void rememberPlacement();
    void start();
    void started();
    bool sampleUnfinished() const;
    void sampleImported();
    void announceRun(const RunSummary& summary);

    void chooseImportFile();
    void chooseImportFolder();
    void useKeys(const ChangedKeys& changed);
    void openKeyDialog();
    void sayWhatWasAdded(const Imported& event);
    void sayWhatWasDecided(std::size_t decided, std::size_t newLabels, std::size_t kept, std::size_t unmatched);
    void importFrom(const ImportSource& source);
    void importClipboard();
    void importSample();
    void exportRows();
    void run();
    void openSettings();
    void openModels();
    void openChart();
    void openVersions();
    void openHistory();
    void acceptConfident();
    void giveToAlike();
    void makeMergePage();
    void openMergePage();
    void closeMergePage();  ///< or the evaluation: back to the texts
    void makeEvaluationPage();
    void openEvaluationPage();
    void showTexts(const QString& query);
    void openPalette();
    void makeProjectFiles();
    void openProject(const std::filesystem::path& file);
    void projectOpened(const ProjectOpened& event);
    void projectFailed(const Error& error);
    void about();

    EngineBridge& m_bridge;
    MainWindowOptions m_options;
    AppSettings m_settings;
    LabelingSession m_session;
    WindowActions m_actions;
    JobId m_projectJob = 0;
    std::filesystem::path m_projectWanted;  // of m_projectJob
    bool m_started = false;
    JobId m_sampleJob = 0;
    JobId m_runJob = 0;
    std::filesystem::path m_lastFolder;  // of the last import
    QList<QMenu*> m_menus;
    std::unique_ptr<KeyMap> m_keys;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_middle = nullptr;  // texts, merge suggestions, or the evaluation
    QStackedWidget* m_right = nullptr;   // the selected text, or what a merge would do
    MergeSearch* m_mergeSearch = nullptr;
    NeverTogetherShelf* m_neverTogether = nullptr;
    MergePage* m_merging = nullptr;
    EvaluationPage* m_evaluation = nullptr;
    ToolStrip* m_tools = nullptr;
    QWidget* m_left = nullptr;
    LabelPanel* m_labels = nullptr;
    Reviewer* m_reviewer = nullptr;
    PlanCard* m_plan = nullptr;
    ErrorStrip* m_errors = nullptr;
    NoticeBar* m_readOnly = nullptr;
    ProjectFiles* m_projects = nullptr;
    TextsPage* m_texts = nullptr;
    DetailsPanel* m_details = nullptr;
    StatusStrip* m_status = nullptr;
};

}  // namespace labelwright::ui
