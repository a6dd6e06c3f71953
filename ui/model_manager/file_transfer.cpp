#include "ui/model_manager/file_transfer.h"

#include <QNetworkReply>

namespace labelwright::ui {
namespace {

constexpr int ok = 200;
constexpr int partialContent = 206;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;
constexpr int notFound = 404;
constexpr int requestTimeout = 408;
constexpr int rangeNotSatisfiable = 416;
constexpr int tooManyRequests = 429;
constexpr int serverErrors = 500;
constexpr qint64 readAheadBytes = qint64{4} << 20U;

int statusOf(const QNetworkReply& reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

Error networkFailed(const QNetworkReply& reply, const QString& reason) {
    return {ErrorCode::NetworkFailed,
            "A download failed",
            {reply.request().url().toDisplayString(QUrl::RemoveQuery).toStdString(), reason.toStdString()}};
}

/// Where the content of a 206 begins; -1: the server does not say.
qint64 rangeStart(const QNetworkReply& reply) {
    const QByteArray range = reply.rawHeader("Content-Range");  // "bytes 100-199/200"
    const qsizetype dash = range.indexOf('-');
    if (!range.startsWith("bytes ") || dash < 0) return -1;
    bool valid = false;
    const qint64 start = range.mid(6, dash - 6).trimmed().toLongLong(&valid);
    return valid ? start : -1;
}

}  // namespace

std::optional<NetworkProblem> problemOf(const QNetworkReply& reply) {
    const int status = statusOf(reply);
    if (status == unauthorized || status == forbidden)
        return NetworkProblem{networkFailed(reply, FileTransfer::tr("the hub gives this model only to people who are logged in there")),
                              false};
    if (status == notFound)
        return NetworkProblem{networkFailed(reply, FileTransfer::tr("there is no such model or file on this hub")), false};
    if (status == requestTimeout || status == tooManyRequests || status >= serverErrors)
        return NetworkProblem{networkFailed(reply, FileTransfer::tr("the hub is busy (status %1)").arg(status)), true};
    if (status >= 400) return NetworkProblem{networkFailed(reply, FileTransfer::tr("the hub refuses with status %1").arg(status)), false};
    switch (reply.error()) {
        case QNetworkReply::NoError: return std::nullopt;
        case QNetworkReply::OperationCanceledError:  // Qt's way to say that nothing came for the given time
        case QNetworkReply::TimeoutError: return NetworkProblem{networkFailed(reply, FileTransfer::tr("the hub does not answer")), true};
        case QNetworkReply::SslHandshakeFailedError:
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::InsecureRedirectError:
        case QNetworkReply::TooManyRedirectsError: return NetworkProblem{networkFailed(reply, reply.errorString()), false};
        default: return NetworkProblem{networkFailed(reply, reply.errorString()), true};
    }
}

FileTransfer::FileTransfer(QNetworkAccessManager& network, PartialModel& store, HubFile file, QUrl address, int idleTimeoutMs,
                           QObject* parent)
    : QObject(parent),
      m_network(network),
      m_store(store),
      m_file(std::move(file)),
      m_address(std::move(address)),
      m_idleTimeoutMs(idleTimeoutMs) {}

FileTransfer::~FileTransfer() { abort(); }

void FileTransfer::start() {
    m_part.setFileName(m_store.partPath(m_file));
    const qint64 here = m_part.size();
    if (here > m_file.size) m_store.dropPart(m_file);
    if (here == m_file.size && m_part.exists()) {
        emit arrived();
        return;
    }
    QNetworkRequest request(m_address);
    request.setTransferTimeout(m_idleTimeoutMs);
    request.setRawHeader("Accept-Encoding", "identity");  // ranges count the bytes of the file
    if (here > 0 && here < m_file.size) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(here) + "-");
        const QByteArray tag = m_store.entityTag(m_file);
        if (!tag.isEmpty() && !tag.startsWith("W/")) request.setRawHeader("If-Range", tag);
    }
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(readAheadBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileTransfer::read);
    connect(m_reply, &QNetworkReply::finished, this, &FileTransfer::end);
}

void FileTransfer::abort() {
    m_ended = true;
    if (!m_reply) return;
    QNetworkReply* reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    m_part.close();
}

bool FileTransfer::begin() {
    m_begun = true;
    const int status = statusOf(*m_reply);
    const bool goesOn = status == partialContent && rangeStart(*m_reply) == m_part.size();
    if (status != ok && !goesOn) return false;
    // A server that answers 200 ignores the range or has another version: from the beginning, then.
    const QIODevice::OpenMode mode = goesOn ? QIODevice::Append : QIODevice::Truncate;
    if (!m_part.open(QIODevice::WriteOnly | mode)) {
        give({ErrorCode::FileUnwritable,
              "A download could not be stored",
              {m_part.fileName().toStdString(), m_part.errorString().toStdString()}},
             false);
        return false;
    }
    m_store.setEntityTag(m_file, m_reply->rawHeader("ETag"));
    return true;
}

void FileTransfer::read() {
    if (m_ended || !m_reply || statusOf(*m_reply) >= 300) return;
    if (!m_begun && !begin()) return;
    if (!m_part.isOpen()) return;
    const QByteArray bytes = m_reply->readAll();
    if (m_part.write(bytes) != bytes.size() || !m_part.flush()) {
        give({ErrorCode::FileUnwritable,
              "A download could not be stored",
              {m_part.fileName().toStdString(), m_part.errorString().toStdString()}},
             false);
        return;
    }
    if (m_part.size() > m_file.size) {
        const std::string found = std::to_string(m_part.size());
        m_store.dropPart(m_file);
        give(
            {ErrorCode::HashMismatch, "More bytes came than the file has", {m_file.path.toStdString(), std::to_string(m_file.size), found}},
            false);
        return;
    }
    emit received(m_part.size());
}

void FileTransfer::end() {
    if (m_ended || !m_reply) return;
    const int status = statusOf(*m_reply);
    if (status == rangeNotSatisfiable) {
        m_store.dropPart(m_file);
        give(networkFailed(*m_reply, tr("the file on the hub has changed")), true);
        return;
    }
    if (m_reply->bytesAvailable() > 0 || (!m_begun && status == ok)) read();  // an empty file never says readyRead
    if (m_ended) return;
    if (const auto problem = problemOf(*m_reply)) {
        give(problem->error, problem->passing);
        return;
    }
    if (!m_part.isOpen()) {  // a range from somewhere else
        m_store.dropPart(m_file);
        give(networkFailed(*m_reply, tr("the hub sent another part than asked for")), true);
        return;
    }
    const bool whole = m_part.size() == m_file.size;
    if (!whole) {
        give(networkFailed(*m_reply, tr("the connection closed early")), true);
        return;
    }
    abort();
    emit arrived();
}

void FileTransfer::give(const Error& error, bool passing) {
    abort();
    if (passing) emit interrupted(error);
    else emit failed(error);
}

}  // namespace labelwright::ui
