#include "ui/model_manager/partial_model.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <filesystem>

#include "core/base/hash.h"

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace labelwright::ui {
namespace {

const auto revisionKey = QStringLiteral("/revision");  // no file's path begins with a slash

Error unwritable(const QString& path, const QString& reason) {
    return {ErrorCode::FileUnwritable, "A download could not be stored", {path.toStdString(), reason.toStdString()}};
}

Error mismatch(const HubFile& file, const QByteArray& expected, const QByteArray& found) {
    return {ErrorCode::HashMismatch,
            "A download did not arrive as published",
            {file.path.toStdString(), expected.toStdString(), found.toStdString()}};
}

/// git's name of a file: SHA-1 of "blob <size>", a zero byte and the content.
QByteArray gitShaOf(QFile& file) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const QByteArray head = "blob " + QByteArray::number(file.size());
    hash.addData(head);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(&file);
    return hash.result().toHex();
}

void syncToDisk([[maybe_unused]] QFile& file) {
#ifdef Q_OS_UNIX
    fsync(file.handle());
#endif
}

}  // namespace

QString PartialModel::folderNameOf(const HubModel& model) { return QString(model.name).replace(QLatin1Char('/'), QStringLiteral("--")); }

PartialModel::PartialModel(const QString& downloads, const HubModel& model, QString revision)
    : m_downloads(downloads),
      m_target(QDir(downloads).filePath(folderNameOf(model))),
      m_folder(QDir(downloads).filePath(QStringLiteral(".%1.part").arg(folderNameOf(model)))),
      m_revision(std::move(revision)) {}

QString PartialModel::path(const HubFile& file) const { return QDir(m_folder).filePath(file.path); }
QString PartialModel::partPath(const HubFile& file) const { return path(file) + QStringLiteral(".part"); }
QString PartialModel::statePath() const { return m_folder + QStringLiteral("/.download.json"); }

QByteArray PartialModel::readState(const QString& key) const {
    QFile file(statePath());
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(key).toString().toUtf8();
}

void PartialModel::writeState(const QString& key, const QByteArray& value) {
    QJsonObject state;
    if (QFile file(statePath()); file.open(QIODevice::ReadOnly)) state = QJsonDocument::fromJson(file.readAll()).object();
    state.insert(key, QString::fromUtf8(value));
    QSaveFile file(statePath());
    if (!file.open(QIODevice::WriteOnly)) return;  // then the part is fetched anew after a break
    file.write(QJsonDocument(state).toJson(QJsonDocument::Compact));
    file.commit();
}

Result<void> PartialModel::prepare() {
    if (QDir(m_folder).exists() && !holdsRevision()) QDir(m_folder).removeRecursively();
    if (!QDir().mkpath(m_folder)) return unwritable(m_folder, QStringLiteral("mkdir"));
    writeState(revisionKey, m_revision.toUtf8());
    return {};
}

bool PartialModel::holdsRevision() const { return readState(revisionKey) == m_revision.toUtf8(); }

Result<void> PartialModel::makeFolderOf(const HubFile& file) const {
    const QString folder = QFileInfo(path(file)).absolutePath();
    if (!QDir().mkpath(folder)) return unwritable(folder, QStringLiteral("mkdir"));
    return {};
}

bool PartialModel::has(const HubFile& file) const { return QFileInfo(path(file)).size() == file.size && QFile::exists(path(file)); }

qint64 PartialModel::bytesOf(const HubFile& file) const { return has(file) ? file.size : QFileInfo(partPath(file)).size(); }

QByteArray PartialModel::entityTag(const HubFile& file) const { return readState(file.path); }

void PartialModel::setEntityTag(const HubFile& file, const QByteArray& tag) {
    if (entityTag(file) != tag) writeState(file.path, tag);
}

void PartialModel::dropPart(const HubFile& file) {
    QFile::remove(partPath(file));
    setEntityTag(file, {});
}

Result<void> PartialModel::accept(const HubFile& file) {
    QFile part(partPath(file));
    if (!part.open(QIODevice::ReadOnly)) return unwritable(part.fileName(), part.errorString());
    QByteArray expected = QByteArray::number(file.size);
    QByteArray found = QByteArray::number(part.size());
    if (expected == found && !file.sha256.isEmpty()) {
        const Result<std::string> hash = sha256OfFile(QFile::encodeName(partPath(file)).toStdString());
        if (!hash) return hash.error();
        expected = file.sha256;
        found = QByteArray::fromStdString(*hash);
    } else if (expected == found && !file.gitSha.isEmpty()) {
        expected = file.gitSha;
        found = gitShaOf(part);
    }
    if (expected != found) {
        part.close();
        dropPart(file);
        return mismatch(file, expected, found);
    }
    syncToDisk(part);
    part.close();
    QFile::remove(path(file));
    if (!part.rename(path(file))) return unwritable(path(file), part.errorString());
    return {};
}

Result<void> PartialModel::finish() {
    QFile::remove(statePath());
    const QString before = m_folder + QStringLiteral(".replaced");
    QDir(before).removeRecursively();
    const bool replaces = QFileInfo::exists(m_target);
    if (replaces && !QDir().rename(m_target, before)) return unwritable(m_target, QStringLiteral("rename"));
    if (!QDir().rename(m_folder, m_target)) {
        if (replaces) QDir().rename(before, m_target);
        return unwritable(m_target, QStringLiteral("rename"));
    }
    QDir(before).removeRecursively();
    return {};
}

qint64 PartialModel::freeBytes() const {
    // The file system is asked itself: the table of mounts, which Qt reads, may not name it (in a container).
    std::error_code failed;
    const auto space = std::filesystem::space(QFile::encodeName(m_downloads).toStdString(), failed);
    return failed ? -1 : static_cast<qint64>(space.available);
}

}  // namespace labelwright::ui
