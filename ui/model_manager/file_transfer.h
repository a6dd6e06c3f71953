#pragma once

#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

#include "core/base/result.h"
#include "ui/model_manager/partial_model.h"

class QNetworkReply;

namespace labelwright::ui {

/// Fetches one file into its part, going on where the part ends; one try. Lives on the thread of its network access.
class FileTransfer : public QObject {
    Q_OBJECT

public:
    FileTransfer(QNetworkAccessManager& network, PartialModel& store, HubFile file, QUrl address, int idleTimeoutMs,
                 QObject* parent = nullptr);
    ~FileTransfer() override;

    void start();
    /// No signal comes after this; what has arrived stays.
    void abort();

signals:
    void received(qint64 bytesOfFile);  ///< now in the part
    /// The part is complete, not yet verified.
    void arrived();
    /// The connection broke, or the server asks to come back later.
    void interrupted(const labelwright::Error& error);
    /// Trying again would not help.
    void failed(const labelwright::Error& error);

private:
    bool begin();
    void read();
    void end();
    void give(const Error& error, bool passing);

    QNetworkAccessManager& m_network;
    PartialModel& m_store;
    HubFile m_file;
    QUrl m_address;
    int m_idleTimeoutMs;
    QPointer<QNetworkReply> m_reply;
    QFile m_part;
    bool m_begun = false;
    bool m_ended = false;
};

/// What a finished reply says, for people; `passing`: trying again may help. Unset: no error.
struct NetworkProblem {
    Error error;
    bool passing = false;
};
std::optional<NetworkProblem> problemOf(const QNetworkReply& reply);

}  // namespace labelwright::ui
