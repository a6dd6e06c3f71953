#include "ui/common/app_settings.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <array>
#include <utility>

namespace labelwright::ui {
namespace {

/// Words in the settings file for an enum; the first is the default.
template <typename Enum, std::size_t N>
using Words = std::array<std::pair<const char*, Enum>, N>;

constexpr Words<Language, 3> languageWords{
    {{"system", Language::System}, {"en", Language::English}, {"zh_CN", Language::SimplifiedChinese}}};
constexpr Words<ColourScheme, 3> schemeWords{
    {{"system", ColourScheme::System}, {"light", ColourScheme::Light}, {"dark", ColourScheme::Dark}}};

template <typename Enum, std::size_t N>
Enum fromWord(const Words<Enum, N>& words, const QVariant& value) {
    const QString word = value.toString();
    for (const auto& [name, meaning] : words)
        if (word == QLatin1String(name)) return meaning;
    return words.front().second;
}

template <typename Enum, std::size_t N>
QString toWord(const Words<Enum, N>& words, Enum meaning) {
    for (const auto& [name, value] : words)
        if (value == meaning) return QLatin1String(name);
    return QLatin1String(words.front().first);
}

Precision precisionFromWord(const QString& word) { return precisionOfName(word.toStdString()).value_or(Precision::Auto); }

std::vector<std::filesystem::path> pathsFrom(const QVariant& value) {
    std::vector<std::filesystem::path> paths;
    for (const QString& name : value.toStringList())
        if (!name.isEmpty()) paths.emplace_back(QFile::encodeName(name).toStdString());
    return paths;
}

QString nameOf(const std::filesystem::path& path) { return QFile::decodeName(QByteArray::fromStdString(path.string())); }

QStringList namesOf(const std::vector<std::filesystem::path>& paths) {
    QStringList names;
    for (const auto& path : paths) names << nameOf(path);
    return names;
}

/// One line of the settings file: JSON.
QString written(const ImportColumns& columns) {
    QJsonArray names;
    for (const std::string& name : columns.columns) names.append(QString::fromStdString(name));
    const QJsonObject object{{"columns", names},
                             {"text", QString::fromStdString(columns.text)},
                             {"id", QString::fromStdString(columns.id)},
                             {"label", QString::fromStdString(columns.label)},
                             {"separator", int{columns.labelSeparator}}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::vector<ImportColumns> importColumnsFrom(const QStringList& lines) {
    std::vector<ImportColumns> known;
    for (const QString& line : lines.mid(0, int{mostImportColumns})) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        ImportColumns columns{{},
                              object["text"].toString().toStdString(),
                              object["id"].toString().toStdString(),
                              object["label"].toString().toStdString(),
                              static_cast<char>(object["separator"].toInt('|'))};
        for (const QJsonValue& name : object["columns"].toArray()) columns.columns.push_back(name.toString().toStdString());
        if (!columns.columns.empty() && !columns.text.empty()) known.push_back(std::move(columns));
    }
    return known;
}

}  // namespace

void rememberColumns(std::vector<ImportColumns>& known, ImportColumns latest) {
    std::erase_if(known, [&](const ImportColumns& other) { return other.columns == latest.columns; });
    known.insert(known.begin(), std::move(latest));
    if (known.size() > mostImportColumns) known.resize(mostImportColumns);
}

AppSettings loadSettings(const QSettings& store) {
    AppSettings settings;
    settings.language = fromWord(languageWords, store.value("language"));
    settings.colourScheme = fromWord(schemeWords, store.value("colourScheme"));
    settings.device = store.value("compute/device", "auto").toString().toStdString();
    if (settings.device.empty()) settings.device = "auto";
    settings.precision = precisionFromWord(store.value("compute/precision").toString());
    settings.allowReducedCpuPrecision = store.value("compute/allowReducedCpuPrecision", true).toBool();
    const uint days = store.value("cache/days", settings.cacheDays).toUInt();
    if (days >= 1 && days <= 3650) settings.cacheDays = days;
    const qulonglong bytes = store.value("cache/maxBytes", qulonglong(settings.cacheMaxBytes)).toULongLong();
    if (bytes >= (1U << 20U)) settings.cacheMaxBytes = bytes;
    settings.modelFolders = pathsFrom(store.value("models/folders"));
    settings.importColumns = importColumnsFrom(store.value("import/columns").toStringList());
    const QVariantMap keys = store.value("keys/changed").toMap();
    for (auto key = keys.begin(); key != keys.end(); ++key)
        settings.changedKeys[key.key().toStdString()] = key.value().toString().toStdString();
    settings.recentProjects = pathsFrom(store.value("projects/recent"));
    settings.lastProject = QFile::encodeName(store.value("projects/last").toString()).toStdString();
    settings.placement.geometry = store.value("window/geometry").toByteArray();
    settings.placement.splitter = store.value("window/splitter").toByteArray();
    settings.placement.tableHeader = store.value("window/tableHeader").toByteArray();
    return settings;
}

void saveSettings(const AppSettings& settings, QSettings& store) {
    store.setValue("language", toWord(languageWords, settings.language));
    store.setValue("colourScheme", toWord(schemeWords, settings.colourScheme));
    store.setValue("compute/device", QString::fromStdString(settings.device));
    store.setValue("compute/precision", QLatin1String(precisionName(settings.precision)));
    store.setValue("compute/allowReducedCpuPrecision", settings.allowReducedCpuPrecision);
    store.setValue("cache/days", settings.cacheDays);
    store.setValue("cache/maxBytes", qulonglong(settings.cacheMaxBytes));
    store.setValue("models/folders", namesOf(settings.modelFolders));
    QVariantMap keys;
    for (const auto& [name, key] : settings.changedKeys) keys.insert(QString::fromStdString(name), QString::fromStdString(key));
    store.setValue("keys/changed", keys);
    QStringList importColumns;
    for (const ImportColumns& columns : settings.importColumns) importColumns << written(columns);
    store.setValue("import/columns", importColumns);
    store.setValue("projects/recent", namesOf(settings.recentProjects));
    store.setValue("projects/last", nameOf(settings.lastProject));
    store.setValue("window/geometry", settings.placement.geometry);
    store.setValue("window/splitter", settings.placement.splitter);
    store.setValue("window/tableHeader", settings.placement.tableHeader);
}

void applyAppearance(QApplication& application, const AppSettings& settings) {
    applyLanguage(application, settings.language);
    applyColourScheme(application, settings.colourScheme);
}

}  // namespace labelwright::ui
