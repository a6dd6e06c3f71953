#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "core/base/result.h"
#include "ui/model_manager/hub_listing.h"

namespace labelwright::ui {

/// A model that is being downloaded: a hidden folder ".<name>.part" beside the place it will have, which appears there whole, by one
/// rename. Survives a crash: what has arrived is used again. One thread at a time.
class PartialModel {
public:
    /// `downloads`: the folder of downloaded models.
    PartialModel(const QString& downloads, const HubModel& model, QString revision);

    static QString folderNameOf(const HubModel& model);
    const QString& target() const noexcept { return m_target; }

    /// Makes the folder. Parts of another revision are dropped.
    Result<void> prepare();
    /// What is here is of this revision.
    bool holdsRevision() const;
    Result<void> makeFolderOf(const HubFile& file) const;
    /// The file has arrived and was verified.
    bool has(const HubFile& file) const;
    /// Bytes of the file that are here, verified or not.
    qint64 bytesOf(const HubFile& file) const;
    QString partPath(const HubFile& file) const;

    /// The server's name for the version of the file that the part belongs to; empty: none.
    QByteArray entityTag(const HubFile& file) const;
    void setEntityTag(const HubFile& file, const QByteArray& tag);
    void dropPart(const HubFile& file);

    /// Checks size and hash of the part, then gives it its name. HashMismatch; the part is then gone.
    Result<void> accept(const HubFile& file);
    /// All files are here: the folder takes its place. A model that stood there is replaced.
    Result<void> finish();
    /// Bytes that can still be written beside the model; -1: unknown.
    qint64 freeBytes() const;

private:
    QString path(const HubFile& file) const;
    QString statePath() const;
    QByteArray readState(const QString& key) const;
    void writeState(const QString& key, const QByteArray& value);

    QString m_downloads;
    QString m_target;
    QString m_folder;
    QString m_revision;
};

}  // namespace labelwright::ui
