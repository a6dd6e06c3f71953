#include "ui/model_manager/hub_worker.h"

#include <QHostAddress>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace labelwright::ui {
namespace {

constexpr int reportIntervalMs = 100;
constexpr qint64 spareBytes = qint64{64} << 20U;  // left free on the disk
constexpr qint64 largestListing = qint64{16} << 20U;

/// The system's proxy, never for this computer itself.
class SystemProxy : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback()) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

}  // namespace

HubWorker::HubWorker(QString downloads, DownloadPatience patience) : m_downloads(std::move(downloads)), m_patience(patience) {}

HubWorker::~HubWorker() { stopAll(); }

QNetworkAccessManager& HubWorker::network() {
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxyFactory(new SystemProxy);
    }
    return *m_network;
}

void HubWorker::list(const HubModel& model) {
    stopAll();
    m_busy = true;
    QNetworkRequest request(listingUrl(model));
    request.setTransferTimeout(m_patience.idleTimeoutMs);
    m_listing = network().get(request);
    connect(m_listing, &QNetworkReply::downloadProgress, m_listing, [reply = m_listing.data()](qint64 received, qint64) {
        if (received > largestListing) reply->abort();
    });
    connect(m_listing, &QNetworkReply::finished, this, [this, model, reply = m_listing.data()] {
        reply->deleteLater();
        if (reply != m_listing) return;
        m_listing = nullptr;
        m_busy = false;
        takeListing(model, *reply);
    });
}

void HubWorker::takeListing(const HubModel& model, QNetworkReply& reply) {
    if (const auto problem = problemOf(reply)) {
        emit failed(problem->error);
        return;
    }
    const Result<HubListing> listing = readListing(model, reply.readAll());
    if (!listing) {
        emit failed(listing.error());
        return;
    }
    Result<std::vector<HubFile>> files = neededFiles(model, *listing);
    if (!files) {
        emit failed(files.error());
        return;
    }
    const PartialModel store(m_downloads, model, listing->revision);
    DownloadPlan plan;
    plan.model = model;
    plan.revision = listing->revision;
    plan.files = *std::move(files);
    plan.target = store.target();
    plan.freeBytes = store.freeBytes();
    for (const HubFile& file : plan.files) {
        plan.bytes += file.size;
        plan.bytesHere += store.holdsRevision() ? std::min(store.bytesOf(file), file.size) : 0;
    }
    emit listed(plan);
}

Result<void> HubWorker::checkSpace() const {
    const qint64 free = m_store->freeBytes();
    qint64 here = 0;
    for (const HubFile& file : m_plan.files) here += m_store->bytesOf(file);
    const qint64 needed = m_plan.bytes - here + spareBytes;
    if (free < 0 || free >= needed) return {};
    const QLocale locale;
    const QString reason = tr("%1 are needed and %2 are free").arg(locale.formattedDataSize(needed), locale.formattedDataSize(free));
    return Error{ErrorCode::FileUnwritable, "Not enough free space for a download", {m_downloads.toStdString(), reason.toStdString()}};
}

void HubWorker::download(const DownloadPlan& plan) {
    stopAll();
    m_plan = plan;
    m_store = std::make_unique<PartialModel>(m_downloads, plan.model, plan.revision);
    m_busy = true;
    m_file = 0;
    m_doneBefore = 0;
    m_triesLeft = m_patience.tries;
    if (const Result<void> prepared = m_store->prepare(); !prepared) {
        fail(prepared.error());
        return;
    }
    if (const Result<void> space = checkSpace(); !space) {
        fail(space.error());
        return;
    }
    m_startBytes = 0;
    for (const HubFile& file : plan.files) m_startBytes += m_store->bytesOf(file);
    m_sinceStart.start();
    m_sinceReport.invalidate();
    nextFile();
}

void HubWorker::nextFile() {
    while (m_file < m_plan.files.size() && m_store->has(m_plan.files[m_file])) m_doneBefore += m_plan.files[m_file++].size;
    m_fromScratch = false;
    if (m_file < m_plan.files.size()) {
        fetch();
        return;
    }
    if (const Result<void> done = m_store->finish(); !done) {
        fail(done.error());
        return;
    }
    const QString folder = m_store->target();
    m_sinceReport.invalidate();
    emit progressed({m_plan.bytes, m_plan.bytes, {}, 0});
    stopAll();
    emit finished(folder);
}

void HubWorker::fetch() {
    const HubFile& file = m_plan.files[m_file];
    if (const Result<void> folder = m_store->makeFolderOf(file); !folder) {
        fail(folder.error());
        return;
    }
    if (m_transfer != nullptr) m_transfer->deleteLater();
    m_transfer =
        new FileTransfer(network(), *m_store, file, fileUrl(m_plan.model, m_plan.revision, file.path), m_patience.idleTimeoutMs, this);
    connect(m_transfer, &FileTransfer::received, this, [this](qint64 bytes) {
        m_triesLeft = m_patience.tries;
        report(bytes);
    });
    connect(m_transfer, &FileTransfer::arrived, this, &HubWorker::verify);
    connect(m_transfer, &FileTransfer::interrupted, this, &HubWorker::tryAgain);
    connect(m_transfer, &FileTransfer::failed, this, &HubWorker::fail);
    report(m_store->bytesOf(file));
    m_transfer->start();
}

void HubWorker::verify() {
    const Result<void> accepted = m_store->accept(m_plan.files[m_file]);
    if (accepted) {
        nextFile();
        return;
    }
    // A part of several pieces may be of several versions; whole, once more. Then the hub's own figures do not fit.
    if (accepted.error().code == ErrorCode::HashMismatch && !m_fromScratch) {
        m_fromScratch = true;
        fetch();
        return;
    }
    fail(accepted.error());
}

void HubWorker::tryAgain(const Error& reason) {
    if (--m_triesLeft <= 0) {
        fail(reason);
        return;
    }
    const int pauseMs = m_patience.firstPauseMs << (m_patience.tries - 1 - m_triesLeft);
    emit pausing(pauseMs, reason);
    if (m_pause == nullptr) {
        m_pause = new QTimer(this);
        m_pause->setSingleShot(true);
        connect(m_pause, &QTimer::timeout, this, &HubWorker::fetch);
    }
    m_pause->start(pauseMs);
}

void HubWorker::report(qint64 bytesOfFile) {
    if (m_sinceReport.isValid() && m_sinceReport.elapsed() < reportIntervalMs) return;
    m_sinceReport.start();
    DownloadProgress progress;
    progress.done = m_doneBefore + bytesOfFile;
    progress.total = m_plan.bytes;
    progress.file = m_plan.files[m_file].path;
    const double seconds = double(m_sinceStart.elapsed()) / 1000;
    if (seconds > 0) progress.bytesPerSecond = double(std::max<qint64>(0, progress.done - m_startBytes)) / seconds;
    emit progressed(progress);
}

void HubWorker::stopAll() {
    m_busy = false;
    if (m_pause != nullptr) m_pause->stop();
    if (m_transfer != nullptr) {
        m_transfer->abort();
        m_transfer->deleteLater();
        m_transfer = nullptr;
    }
    if (m_listing) {
        QNetworkReply* reply = m_listing;
        m_listing = nullptr;
        reply->abort();  // its own handler deletes it
    }
}

void HubWorker::fail(const Error& error) {
    stopAll();
    emit failed(error);
}

void HubWorker::cancel() {
    if (!m_busy) return;
    stopAll();
    emit cancelled();
}

}  // namespace labelwright::ui
