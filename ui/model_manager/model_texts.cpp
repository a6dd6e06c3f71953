#include "ui/model_manager/model_texts.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace labelwright::ui {
namespace {

struct ModelTexts {
    Q_DECLARE_TR_FUNCTIONS(ModelTexts)
};

QString joined(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& word : words) list << QString::fromStdString(word);
    return list.join(ModelTexts::tr(", "));
}

QString architectureText(const ModelConfig& config) {
    return ModelTexts::tr("Architecture: %1, %2 layers of %3, up to %4 tokens")
        .arg(QString::fromStdString(config.modelType), QString::number(config.layers), QString::number(config.hiddenSize),
             QString::number(config.maxLength));
}

QString rolesText(const ModelConfig& config) {
    const QString columns = config.contradictionColumn ? ModelTexts::tr("entailment is output %1, contradiction output %2")
                                                             .arg(config.entailmentColumn)
                                                             .arg(*config.contradictionColumn)
                                                       : ModelTexts::tr("entailment is output %1").arg(config.entailmentColumn);
    return config.rolesByRule ? ModelTexts::tr("Roles, by rule as the model names none: %1").arg(columns)
                              : ModelTexts::tr("Roles: %1").arg(columns);
}

}  // namespace

QString familyText(const ModelEntry& model) {
    if (!model.config) return {};
    switch (model.config->family) {
        case ModelFamily::BiEncoder: return ModelTexts::tr("Similarity (bi-encoder)");
        case ModelFamily::CrossEncoder: return ModelTexts::tr("Inference (cross-encoder)");
    }
    return {};
}

QString originText(ModelOrigin origin) {
    switch (origin) {
        case ModelOrigin::Bundled: return ModelTexts::tr("Bundled");
        case ModelOrigin::UserFolder: return ModelTexts::tr("Your folder");
        case ModelOrigin::HuggingFaceCache: return ModelTexts::tr("Hugging Face cache");
        case ModelOrigin::ModelScopeCache: return ModelTexts::tr("ModelScope cache");
        case ModelOrigin::Downloaded: return ModelTexts::tr("Downloaded");
    }
    return {};
}

QString statusText(const ModelEntry& model) {
    if (model.usable()) return ModelTexts::tr("Ready");
    if (!model.missing.empty()) return ModelTexts::tr("Lacks %1").arg(joined(model.missing));
    return ModelTexts::tr("Cannot be used");
}

QString detailsText(const ModelEntry& model) {
    QStringList lines{ModelTexts::tr("Folder: %1").arg(fromPath(model.folder))};
    if (model.config) {
        lines << architectureText(*model.config);
        if (model.config->family == ModelFamily::CrossEncoder && model.usable()) lines << rolesText(*model.config);
        lines << ModelTexts::tr("Recommended question: %1").arg(QString::fromStdString(model.config->recommendedTemplate));
    }
    if (!model.missing.empty())
        lines << ModelTexts::tr("Missing: %1. Copy these files into the folder, then refresh.").arg(joined(model.missing));
    if (!model.problem.empty()) lines << ModelTexts::tr("Problem: %1").arg(QString::fromStdString(model.problem));
    return lines.join(QLatin1Char('\n'));
}

QString checkText(const ModelChecked& check) {
    QString text = ModelTexts::tr("Works: loaded in %1 s on %2 with %3 (%4).")
                       .arg(QLocale().toString(check.loadSeconds, 'f', 1), QString::fromStdString(check.use.device),
                            QLatin1String(precisionName(check.use.precision)), QString::fromStdString(check.use.kernel));
    for (const std::string& note : check.use.notes) text += QLatin1Char('\n') + QString::fromStdString(note);
    return text;
}

std::filesystem::path toPath(const QString& file) { return QFile::encodeName(file).toStdString(); }
QString fromPath(const std::filesystem::path& path) { return QFile::decodeName(QByteArray::fromStdString(path.string())); }

}  // namespace labelwright::ui
