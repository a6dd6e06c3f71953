#pragma once

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/model_manager/file_transfer.h"
#include "ui/model_manager/hub_download.h"

namespace labelwright::ui {

/// The part of HubDownloader that works on its thread. Created on another thread, then moved.
class HubWorker : public QObject {
    Q_OBJECT

public:
    HubWorker(QString downloads, DownloadPatience patience);
    ~HubWorker() override;

    void list(const HubModel& model);
    void download(const DownloadPlan& plan);
    void cancel();

signals:
    void listed(const labelwright::ui::DownloadPlan& plan);
    void progressed(const labelwright::ui::DownloadProgress& progress);
    void pausing(int milliseconds, const labelwright::Error& reason);
    void finished(const QString& folder);
    void failed(const labelwright::Error& error);
    void cancelled();

private:
    QNetworkAccessManager& network();
    void takeListing(const HubModel& model, QNetworkReply& reply);
    Result<void> checkSpace() const;
    void nextFile();
    void fetch();
    void verify();
    void tryAgain(const Error& reason);
    void report(qint64 bytesOfFile);
    void stopAll();
    void fail(const Error& error);

    QString m_downloads;
    DownloadPatience m_patience;
    std::unique_ptr<QNetworkAccessManager> m_network;  // made on the thread
    QPointer<QNetworkReply> m_listing;
    DownloadPlan m_plan;
    std::unique_ptr<PartialModel> m_store;
    FileTransfer* m_transfer = nullptr;
    QTimer* m_pause = nullptr;
    std::size_t m_file = 0;
    qint64 m_doneBefore = 0;  // bytes of the files that are complete
    int m_triesLeft = 0;
    bool m_fromScratch = false;  // this file's part was dropped once for its hash
    bool m_busy = false;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceReport;
    qint64 m_startBytes = 0;
};

}  // namespace labelwright::ui
