#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <optional>
#include <vector>

#include "core/base/result.h"

namespace labelwright::ui {

/// How a hub's addresses are built; mirrors speak the same language as one of the two.
enum class HubKind { HuggingFace, ModelScope };

/// A model on a hub.
struct HubModel {
    HubKind kind = HubKind::HuggingFace;
    QUrl base;     ///< "https://huggingface.co", "https://modelscope.cn", or a mirror's
    QString name;  ///< "owner/name"; on Hugging Face a few old models have no owner

    friend bool operator==(const HubModel&, const HubModel&) = default;
};

struct HubFile {
    QString path;       ///< inside the model, '/' between folders
    qint64 size = 0;    ///< bytes
    QByteArray sha256;  ///< 64 lower-case hexadecimal digits, or empty if the hub gives none
    QByteArray gitSha;  ///< git's SHA-1 of the file as a blob, or empty

    friend bool operator==(const HubFile&, const HubFile&) = default;
};

struct HubListing {
    QString revision;  ///< the commit the files belong to where the hub tells it, else the branch
    std::vector<HubFile> files;
};

QUrl defaultBase(HubKind kind);
/// What a person typed or pasted: "owner/name" (of `kind` at `base`), or the address of a model's page on either hub.
std::optional<HubModel> readModelAddress(const QString& typed, HubKind kind, const QUrl& base);

/// Hugging Face: GET /api/models/{name}/revision/main?blobs=true. ModelScope: GET
/// /api/v1/models/{name}/repo/files?Revision=master&Recursive=true.
QUrl listingUrl(const HubModel& model);
/// Hugging Face: /{name}/resolve/{revision}/{path}. ModelScope: /api/v1/models/{name}/repo?Revision={revision}&FilePath={path}.
QUrl fileUrl(const HubModel& model, const QString& revision, const QString& path);
/// What a hub answered to listingUrl(). Files with paths that would leave the model's folder are left out. NetworkFailed if it is something
/// else.
Result<HubListing> readListing(const HubModel& model, const QByteArray& json);

/// The files that are needed to use the model: configuration, tokenizer, card, and one set of weights (safetensors before .bin, shards with
/// their index). UnsupportedModel / ModelIncomplete where something essential is not there.
Result<std::vector<HubFile>> neededFiles(const HubModel& model, const HubListing& listing);

}  // namespace labelwright::ui
