#pragma once

#include <QDialog>
#include <memory>

#include "core/io/text_import.h"
#include "ui/bridge/engine_bridge.h"
#include "ui/common/app_settings.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace labelwright {
class TaskThread;
}

namespace labelwright::ui {

class Card;
class ImportOptionsForm;
class PreviewModel;
class RejectsModel;

/// What an import finds in the window.
struct ImportSurroundings {
    std::shared_ptr<const Dataset> present{};     ///< null or empty: there is nothing to replace or add to
    std::vector<ImportColumns> earlierColumns{};  ///< taken again for a file with the same columns
};

/// Shows a file, a folder or the clipboard as it would be read, lets every guess be corrected, imports it, and lists the rows that could
/// not be read. The result comes to everybody as EngineBridge::imported. Open it with open(). GUI thread; `bridge` must outlive it.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(EngineBridge& bridge, ImportSource source, ImportSurroundings surroundings, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void done(int result) override;

signals:
    /// This dialog's import has begun; the event that ends it carries the same number.
    void importStarted(labelwright::JobId job);
    /// An import is done with these columns.
    void columnsTaken(const labelwright::ui::ImportColumns& columns);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePreviewPage();
    QWidget* makeRejectsPage();
    void connectEngine();
    void retranslate();
    void preview();
    void startImport();
    void showPreview(const ImportPreview& preview);
    void showProblem(const QString& text);
    void finish(const Imported& event);
    void showRejects(const Imported& event);
    bool takeEarlierColumns(const ImportPreview& preview);
    void saveRejects();
    void setBusy(bool busy);
    QString sourceName() const;

    EngineBridge& m_bridge;
    ImportSource m_source;
    ImportSurroundings m_surroundings;
    std::vector<std::string> m_columns;  // of the preview
    JobId m_previewJob = 0;
    JobId m_importJob = 0;
    std::uint64_t m_importedRows = 0;
    std::uint64_t m_rejectedRows = 0;
    QStackedWidget* m_pages = nullptr;
    ImportOptionsForm* m_options = nullptr;
    PreviewModel* m_previewModel = nullptr;
    RejectsModel* m_rejectsModel = nullptr;
    QTableView* m_table = nullptr;
    QTableView* m_rejects = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_rejectsHeading = nullptr;
    Card* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QComboBox* m_way = nullptr;
    QLabel* m_wayCaption = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_close = nullptr;
    bool m_encodingDoubtful = false;
    QString m_problem;
    std::unique_ptr<TaskThread> m_writer;  // of the rejects file; last: joined first
};

}  // namespace labelwright::ui
