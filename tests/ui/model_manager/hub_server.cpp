#include "tests/ui/model_manager/hub_server.h"

#include <QHostAddress>

namespace labelwright::testing {
namespace {

QByteArray headerOf(const QByteArray& head, const QByteArray& name) {
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name) return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray statusLine(int status) {
    const char* words = status == 200 ? "OK" : status == 206 ? "Partial Content" : status == 404 ? "Not Found" : "Other";
    return "HTTP/1.1 " + QByteArray::number(status) + " " + words + "\r\n";
}

}  // namespace

HubServer::HubServer() {
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            m_sockets << socket;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl HubServer::base() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }

void HubServer::leave() {
    m_server.close();
    for (QTcpSocket* socket : std::as_const(m_sockets)) socket->abort();
}

std::vector<HubServer::Request> HubServer::requestsFor(const QString& path) const {
    std::vector<Request> result;
    std::copy_if(requests.begin(), requests.end(), std::back_inserter(result),
                 [&](const Request& request) { return request.path == path; });
    return result;
}

void HubServer::read(QTcpSocket& socket) {
    QByteArray pending = socket.property("pending").toByteArray() + socket.readAll();
    for (qsizetype end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
        const QByteArray head = pending.left(end);
        pending.remove(0, end + 4);
        answer(socket, head);
    }
    socket.setProperty("pending", pending);
}

void HubServer::answer(QTcpSocket& socket, const QByteArray& head) {
    const QString path = QString::fromUtf8(head.split(' ').value(1));
    const Request request{path, headerOf(head, "range"), headerOf(head, "if-range")};
    requests.push_back(request);
    const auto found = files.find(path);
    if (found == files.end()) {
        socket.write(statusLine(404) + "Content-Length: 0\r\n\r\n");
        return;
    }
    if (found->busyAnswers > 0) {
        --found->busyAnswers;
        socket.write(statusLine(503) + "Content-Length: 0\r\n\r\n");
        return;
    }
    qsizetype from = 0;
    const bool sameVersion = request.ifRange.isEmpty() || request.ifRange == found->entityTag;
    if (found->knowsRanges && sameVersion && request.range.startsWith("bytes=")) from = request.range.mid(6).chopped(1).toLongLong();
    QByteArray answer = statusLine(from > 0 ? 206 : 200) + "ETag: " + found->entityTag + "\r\n";
    if (from > 0)
        answer += "Content-Range: bytes " + QByteArray::number(from) + "-" + QByteArray::number(found->content.size() - 1) + "/" +
                  QByteArray::number(found->content.size()) + "\r\n";
    const QByteArray body = found->content.mid(from);
    answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    if (found->breaksAfter < 0) {
        socket.write(answer + body);
        return;
    }
    socket.write(answer + body.left(found->breaksAfter));
    found->breaksAfter = -1;
    socket.flush();
    socket.disconnectFromHost();
}

}  // namespace labelwright::testing
