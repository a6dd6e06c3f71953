#pragma once

#include <QDialog>
#include <optional>

#include "ui/model_manager/hub_download.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace labelwright::ui {

/// Fetches a model from a hub in two steps of the user: first its list of files is asked for and shown with sizes, source and place, then
/// they are downloaded. Ends accepted with the model's folder. GUI thread.
class HubDialog : public QDialog {
    Q_OBJECT

public:
    explicit HubDialog(const QString& downloadsFolder, DownloadPatience patience = {}, QWidget* parent = nullptr);

    void reject() override;

signals:
    void downloaded(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Asking, Listing, Listed, Downloading };

    void makeLayout();
    void connectDownloader();
    void retranslate();
    void hubChosen();
    HubKind kind() const;
    void showFiles();
    void takePlan(const DownloadPlan& plan);
    void begin();
    void showProgress(const DownloadProgress& progress);
    void stop(const QString& message);
    void setState(State state);
    QString planText() const;

    HubDownloader* m_downloader;
    State m_state = State::Asking;
    std::optional<DownloadPlan> m_plan;
    QString m_message;
    bool m_closing = false;

    QFormLayout* m_form;
    QComboBox* m_hub;
    QLineEdit* m_address;
    QLineEdit* m_name;
    QLabel* m_explanation;
    QTableWidget* m_files;
    QLabel* m_status;
    QProgressBar* m_progress;
    QPushButton* m_list;
    QPushButton* m_download;
    QPushButton* m_cancel = nullptr;
};

}  // namespace labelwright::ui
