#pragma once

#include <QDialog>
#include <memory>

#include "core/io/text_import.h"
#include "ui/bridge/engine_bridge.h"

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

/// Shows a file or the clipboard as it would be read, lets every guess be corrected, imports it, and lists the rows that could not be read.
/// The result comes to everybody as EngineBridge::imported. Open it with open(). GUI thread; `bridge` must outlive it.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(EngineBridge& bridge, ImportSource source, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void done(int result) override;

signals:
    /// This dialog's import has begun; the event that ends it carries the same number.
    void importStarted(labelwright::JobId job);

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
    void showRejects(const ImportResult& result);
    void saveRejects();
    void setBusy(bool busy);
    QString sourceName() const;

    EngineBridge& m_bridge;
    ImportSource m_source;
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
