#pragma once

#include <QByteArray>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <optional>
#include <vector>

namespace labelwright::testing {

/// A hub on 127.0.0.1 that serves files as told and writes down what it was asked. Speaks as much HTTP/1.1 as a download needs.
class HubServer {
public:
    struct Request {
        QString path;  ///< with its query
        QByteArray range;
        QByteArray ifRange;
    };
    struct File {
        QByteArray content;
        QByteArray entityTag = "\"1\"";
        bool knowsRanges = true;
        int breaksAfter = -1;  ///< bytes of the next answer's body, then the connection closes; once
        int busyAnswers = 0;   ///< so many answers are 503 first
    };

    HubServer();

    QUrl base() const;
    /// A path with its query, and what it gives.
    void serve(const QString& path, const QByteArray& content) { files[path].content = content; }
    /// Closes the door: new connections are refused, open ones closed.
    void leave();
    std::vector<Request> requestsFor(const QString& path) const;

    QMap<QString, File> files;
    std::vector<Request> requests;

private:
    void read(QTcpSocket& socket);
    void answer(QTcpSocket& socket, const QByteArray& head);

    QTcpServer m_server;
    QList<QTcpSocket*> m_sockets;
};

}  // namespace labelwright::testing
