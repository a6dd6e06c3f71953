#include "ui/model_manager/hub_download.h"

#include "ui/model_manager/hub_worker.h"

namespace labelwright::ui {

HubDownloader::HubDownloader(const QString& downloadsFolder, DownloadPatience patience, QObject* parent)
    : QObject(parent), m_worker(new HubWorker(downloadsFolder, patience)) {
    m_thread.setObjectName(QStringLiteral("download"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &HubWorker::listed, this, &HubDownloader::listed);
    connect(m_worker, &HubWorker::progressed, this, &HubDownloader::progressed);
    connect(m_worker, &HubWorker::pausing, this, &HubDownloader::pausing);
    connect(m_worker, &HubWorker::finished, this, &HubDownloader::finished);
    connect(m_worker, &HubWorker::failed, this, &HubDownloader::failed);
    connect(m_worker, &HubWorker::cancelled, this, &HubDownloader::cancelled);
    m_thread.start();
}

HubDownloader::~HubDownloader() {
    m_thread.quit();
    m_thread.wait();
}

void HubDownloader::list(const HubModel& model) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, model] { worker->list(model); });
}

void HubDownloader::download(const DownloadPlan& plan) {
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, plan] { worker->download(plan); });
}

void HubDownloader::cancel() { QMetaObject::invokeMethod(m_worker, &HubWorker::cancel); }

}  // namespace labelwright::ui
