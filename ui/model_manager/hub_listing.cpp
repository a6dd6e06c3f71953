#include "ui/model_manager/hub_listing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>
#include <algorithm>

namespace labelwright::ui {
namespace {

struct HubTexts {
    Q_DECLARE_TR_FUNCTIONS(HubTexts)
};

const auto huggingFaceBranch = QStringLiteral("main");
const auto modelScopeBranch = QStringLiteral("master");

Error networkError(const QUrl& address, const QString& reason, const char* detail) {
    return {ErrorCode::NetworkFailed, detail, {address.toDisplayString().toStdString(), reason.toStdString()}};
}

QUrl withPath(const QUrl& base, const QString& path) {
    QUrl url = base;
    QString root = base.path();
    while (root.endsWith(QLatin1Char('/'))) root.chop(1);
    url.setPath(root + path, QUrl::DecodedMode);
    return url;
}

bool isName(const QString& name, HubKind kind) {
    static const QRegularExpression owned(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]*/[A-Za-z0-9_][A-Za-z0-9_.-]*$"));
    static const QRegularExpression single(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]*$"));
    return owned.match(name).hasMatch() || (kind == HubKind::HuggingFace && single.match(name).hasMatch());
}

/// A relative path of plain names that stays where it is put, on every file system.
bool isSafe(const QString& path) {
    static const QRegularExpression part(QStringLiteral("^[A-Za-z0-9_(][A-Za-z0-9_.()+ -]*$"));
    const QStringList parts = path.split(QLatin1Char('/'));
    return std::all_of(parts.begin(), parts.end(),
                       [&](const QString& name) { return part.match(name).hasMatch() && !name.endsWith(QLatin1Char('.')); });
}

QByteArray hexDigits(const QJsonValue& value, int digits) {
    const QByteArray text = value.toString().toLatin1().toLower();
    const bool valid = text.size() == digits &&
                       std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return valid ? text : QByteArray();
}

constexpr int sha256Digits = 64;
constexpr int sha1Digits = 40;

HubFile fromHuggingFace(const QJsonObject& entry) {
    const QJsonObject large = entry.value(QLatin1String("lfs")).toObject();
    HubFile file;
    file.path = entry.value(QLatin1String("rfilename")).toString();
    file.size = entry.value(QLatin1String("size")).toInteger(-1);
    file.sha256 = hexDigits(large.value(QLatin1String("sha256")), sha256Digits);
    // For a file in large-file storage, git's own hash is that of the pointer to it.
    if (large.isEmpty()) file.gitSha = hexDigits(entry.value(QLatin1String("blobId")), sha1Digits);
    return file;
}

HubFile fromModelScope(const QJsonObject& entry) {
    HubFile file;
    if (entry.value(QLatin1String("Type")).toString() == QLatin1String("tree")) return file;
    file.path = entry.value(QLatin1String("Path")).toString();
    file.size = entry.value(QLatin1String("Size")).toInteger(-1);
    file.sha256 = hexDigits(entry.value(QLatin1String("Sha256")), sha256Digits);
    return file;
}

bool isUsefulBesideWeights(const QString& path) {
    static const QRegularExpression useful(
        QStringLiteral("^(config|configuration|generation_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|modules"
                       "|sentence_bert_config|config_sentence_transformers|labelwright)\\.json$"
                       "|^vocab\\.txt$|^README\\.md$|^(LICENSE|LICENCE|NOTICE)[A-Za-z0-9_.-]*$|^[0-9]+_[A-Za-z]+/config\\.json$"));
    return useful.match(path).hasMatch();
}

/// The weights in one format: a single file, or an index with its shards.
std::vector<HubFile> weightsNamed(const std::vector<HubFile>& files, const QString& stem, const QString& extension) {
    const auto named = [&](const QString& path) {
        return std::find_if(files.begin(), files.end(), [&](const HubFile& file) { return file.path == path; });
    };
    if (const auto whole = named(stem + extension); whole != files.end()) return {*whole};
    const auto index = named(stem + extension + QStringLiteral(".index.json"));
    if (index == files.end()) return {};
    const QRegularExpression shard(
        QStringLiteral("^%1-[0-9]{5}-of-[0-9]{5}%2$").arg(QRegularExpression::escape(stem), QRegularExpression::escape(extension)));
    std::vector<HubFile> weights{*index};
    std::copy_if(files.begin(), files.end(), std::back_inserter(weights),
                 [&](const HubFile& file) { return shard.match(file.path).hasMatch(); });
    return weights.size() > 1 ? weights : std::vector<HubFile>();
}

}  // namespace

QUrl defaultBase(HubKind kind) {
    return QUrl(kind == HubKind::HuggingFace ? QStringLiteral("https://huggingface.co") : QStringLiteral("https://modelscope.cn"));
}

std::optional<HubModel> readModelAddress(const QString& typed, HubKind kind, const QUrl& base) {
    QString name = typed.trimmed();
    HubModel model{kind, base, {}};
    if (name.contains(QLatin1String("://"))) {
        const QUrl page(name);
        QStringList parts = page.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (page.host().endsWith(QLatin1String("modelscope.cn")) || page.host().endsWith(QLatin1String("modelscope.ai"))) {
            if (parts.isEmpty() || parts.takeFirst() != QLatin1String("models")) return std::nullopt;
            model.kind = HubKind::ModelScope;
        } else {
            model.kind = HubKind::HuggingFace;
        }
        model.base = QUrl();
        model.base.setScheme(page.scheme());
        model.base.setHost(page.host());
        model.base.setPort(page.port());
        name = parts.mid(0, 2).join(QLatin1Char('/'));
    }
    const bool web = model.base.scheme() == QLatin1String("https") || model.base.scheme() == QLatin1String("http");
    if (!web || model.base.host().isEmpty() || !isName(name, model.kind)) return std::nullopt;
    model.name = name;
    return model;
}

QUrl listingUrl(const HubModel& model) {
    QUrlQuery query;
    if (model.kind == HubKind::HuggingFace) {
        QUrl url = withPath(model.base, QStringLiteral("/api/models/%1/revision/%2").arg(model.name, huggingFaceBranch));
        query.addQueryItem(QStringLiteral("blobs"), QStringLiteral("true"));
        url.setQuery(query);
        return url;
    }
    QUrl url = withPath(model.base, QStringLiteral("/api/v1/models/%1/repo/files").arg(model.name));
    query.addQueryItem(QStringLiteral("Revision"), modelScopeBranch);
    query.addQueryItem(QStringLiteral("Recursive"), QStringLiteral("true"));
    url.setQuery(query);
    return url;
}

QUrl fileUrl(const HubModel& model, const QString& revision, const QString& path) {
    if (model.kind == HubKind::HuggingFace)
        return withPath(model.base, QStringLiteral("/%1/resolve/%2/%3").arg(model.name, revision, path));
    QUrl url = withPath(model.base, QStringLiteral("/api/v1/models/%1/repo").arg(model.name));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("Revision"), revision);
    query.addQueryItem(QStringLiteral("FilePath"), QString::fromLatin1(QUrl::toPercentEncoding(path)));
    url.setQuery(query);
    return url;
}

Result<HubListing> readListing(const HubModel& model, const QByteArray& json) {
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    const bool huggingFace = model.kind == HubKind::HuggingFace;
    const QJsonValue entries =
        huggingFace ? root.value(QLatin1String("siblings")) : root.value(QLatin1String("Data")).toObject().value(QLatin1String("Files"));
    if (!entries.isArray()) {
        const QString said = root.value(huggingFace ? QLatin1String("error") : QLatin1String("Message")).toString();
        const QString reason = said.isEmpty() ? HubTexts::tr("the answer is not a list of files; is this the hub's address?") : said;
        return networkError(listingUrl(model), reason, "The hub's answer holds no list of files");
    }
    HubListing listing;
    const QString commit = root.value(QLatin1String("sha")).toString();
    const QString branch = huggingFace ? huggingFaceBranch : modelScopeBranch;
    listing.revision = hexDigits(commit, sha1Digits).isEmpty() ? branch : commit;
    for (const QJsonValue& entry : entries.toArray()) {
        const HubFile file = huggingFace ? fromHuggingFace(entry.toObject()) : fromModelScope(entry.toObject());
        if (file.size >= 0 && isSafe(file.path)) listing.files.push_back(file);
    }
    return listing;
}

Result<std::vector<HubFile>> neededFiles(const HubModel& model, const HubListing& listing) {
    const auto& files = listing.files;
    const auto has = [&](const char* path) {
        return std::any_of(files.begin(), files.end(), [&](const HubFile& f) { return f.path == QLatin1String(path); });
    };
    const std::string name = model.name.toStdString();
    if (!has("config.json")) return Error{ErrorCode::ModelIncomplete, "The model has no config.json", {name, "config.json"}};
    if (!has("tokenizer.json") && !has("vocab.txt"))
        return Error{ErrorCode::ModelIncomplete, "The model has no tokenizer that can be read", {name, "tokenizer.json"}};
    std::vector<HubFile> needed;
    std::copy_if(files.begin(), files.end(), std::back_inserter(needed),
                 [](const HubFile& file) { return isUsefulBesideWeights(file.path); });
    std::vector<HubFile> weights = weightsNamed(files, QStringLiteral("model"), QStringLiteral(".safetensors"));
    if (weights.empty()) weights = weightsNamed(files, QStringLiteral("pytorch_model"), QStringLiteral(".bin"));
    if (weights.empty())
        return Error{ErrorCode::ModelIncomplete, "The model has neither safetensors nor PyTorch weights", {name, "model.safetensors"}};
    needed.insert(needed.end(), weights.begin(), weights.end());
    return needed;
}

}  // namespace labelwright::ui
