#pragma once

#include <QObject>
#include <QThread>
#include <vector>

#include "core/base/result.h"
#include "ui/model_manager/hub_listing.h"

namespace labelwright::ui {

/// What a download would fetch, from where, to where: shown before anything is fetched.
struct DownloadPlan {
    HubModel model;
    QString revision;
    std::vector<HubFile> files;
    qint64 bytes = 0;       ///< of all files
    qint64 bytesHere = 0;   ///< of them already here from an earlier try
    qint64 freeBytes = -1;  ///< on the disk of the downloads; -1: unknown
    QString target;         ///< the folder that the model will have
};

struct DownloadProgress {
    qint64 done = 0;
    qint64 total = 0;
    QString file;  ///< being fetched
    double bytesPerSecond = 0;
};

/// How patient a download is.
struct DownloadPatience {
    int tries = 5;              ///< in a row without a single new byte, then it fails
    int firstPauseMs = 1000;    ///< doubled after each try
    int idleTimeoutMs = 30000;  ///< nothing came for so long: the connection counts as broken
};

class HubWorker;

/// Fetches a model from a hub: first the list of files (list), then, when the user has seen it, the files (download). Everything runs on a
/// thread of its own; the proxy is the system's. Files are verified by size and hash and appear under the model's name only when all are
/// there; a broken or cancelled download goes on where it was. Nothing is fetched but by a call of these two. GUI thread.
class HubDownloader : public QObject {
    Q_OBJECT

public:
    explicit HubDownloader(const QString& downloadsFolder, DownloadPatience patience = {}, QObject* parent = nullptr);
    ~HubDownloader() override;

    void list(const HubModel& model);
    void download(const DownloadPlan& plan);
    /// Ends in cancelled(); what has arrived is kept for the next try.
    void cancel();

signals:
    void listed(const labelwright::ui::DownloadPlan& plan);
    void progressed(const labelwright::ui::DownloadProgress& progress);  ///< at most ten a second
    void pausing(int milliseconds, const labelwright::Error& reason);    ///< before the next try
    void finished(const QString& folder);
    void failed(const labelwright::Error& error);
    void cancelled();

private:
    QThread m_thread;
    HubWorker* m_worker;
};

}  // namespace labelwright::ui
