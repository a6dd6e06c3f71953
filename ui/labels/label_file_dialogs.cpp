#include "ui/labels/label_file_dialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include "ui/common/error_text.h"
#include "ui/labels/label_import_dialog.h"

namespace labelwright::ui {
namespace {

QString filterOf(LabelFileFormat format) {
    switch (format) {
        case LabelFileFormat::Json: return LabelFileDialogs::tr("Labelwright, everything (*.json)");
        case LabelFileFormat::Csv: return LabelFileDialogs::tr("CSV table (*.csv)");
        case LabelFileFormat::Doccano: return LabelFileDialogs::tr("doccano (*.json)");
        case LabelFileFormat::LabelStudio: return LabelFileDialogs::tr("Label Studio (*.xml)");
        case LabelFileFormat::Text: return LabelFileDialogs::tr("One label a line (*.txt)");
    }
    return {};
}

QString suffixOf(LabelFileFormat format) {
    switch (format) {
        case LabelFileFormat::Json:
        case LabelFileFormat::Doccano: return QStringLiteral("json");
        case LabelFileFormat::Csv: return QStringLiteral("csv");
        case LabelFileFormat::LabelStudio: return QStringLiteral("xml");
        case LabelFileFormat::Text: return QStringLiteral("txt");
    }
    return {};
}

QString nameOf(LabelField field) {
    switch (field) {
        case LabelField::Id: return {};  // means nothing to a person
        case LabelField::Name: return LabelFileDialogs::tr("some names as they are");
        case LabelField::EnglishName: return LabelFileDialogs::tr("English names");
        case LabelField::Description: return LabelFileDialogs::tr("descriptions");
        case LabelField::Hypothesis: return LabelFileDialogs::tr("own questions");
        case LabelField::Template: return LabelFileDialogs::tr("the question");
        case LabelField::Colour: return LabelFileDialogs::tr("colours");
        case LabelField::Key: return LabelFileDialogs::tr("some keys");
        case LabelField::Parent: return LabelFileDialogs::tr("the tree");
        case LabelField::Merged: return LabelFileDialogs::tr("merged labels");
        case LabelField::SetName: return LabelFileDialogs::tr("the name of the set");
        case LabelField::KeptApart: return LabelFileDialogs::tr("labels kept apart");
    }
    return {};
}

}  // namespace

LabelFileDialogs::LabelFileDialogs(LabelingSession& session, QWidget& owner)
    : QObject(&owner), m_session(session), m_owner(owner), m_work(new LabelFileWork(this)) {
    connect(m_work, &LabelFileWork::wasRead, this, &LabelFileDialogs::offer);
    connect(m_work, &LabelFileWork::failed, this, [this](const Error& error) { emit noticeGiven(errorText(error)); });
    connect(m_work, &LabelFileWork::wasWritten, this, [this](const QString& fileName) {
        const QString written = tr("Labels written to %1.").arg(fileName);
        emit noticeGiven(m_lost.isEmpty() ? written : tr("%1 It has no place for: %2.").arg(written, m_lost));
    });
}

QString LabelFileDialogs::labelFileOf(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.front().isLocalFile()) return {};
    const QString file = urls.front().toLocalFile();
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool labels = suffix == QLatin1String("json") || suffix == QLatin1String("csv") || suffix == QLatin1String("xml") ||
                        suffix == QLatin1String("txt");
    return labels ? file : QString();
}

void LabelFileDialogs::chooseImport() {
    auto* dialog = new QFileDialog(m_owner.window(), tr("Import labels"));
    dialog->setObjectName(QStringLiteral("labelImportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Files of labels (*.json *.csv *.xml *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LabelFileDialogs::importFrom);
    dialog->open();
}

void LabelFileDialogs::importFrom(const QString& file) { m_work->read(file); }

void LabelFileDialogs::offer(const LabelFileRead& file) {
    auto* dialog = new LabelImportDialog(m_session.labels(), file, m_owner.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_session.setLabels(dialog->result(), dialog->undoText()); });
    dialog->open();
}

void LabelFileDialogs::chooseExport() {
    const QString name = m_session.labels().name.empty() ? tr("labels") : QString::fromStdString(m_session.labels().name);
    auto* dialog = new QFileDialog(m_owner.window(), tr("Export labels"));
    dialog->setObjectName(QStringLiteral("labelExportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const LabelFileFormat format : labelFileFormats) filters << filterOf(format);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(LabelFileFormat::Json));
    dialog->selectFile(QString(name).replace(QLatin1Char('/'), QLatin1Char('_')));
    const auto chosen = [dialog, filters] {
        const qsizetype place = std::max<qsizetype>(filters.indexOf(dialog->selectedNameFilter()), 0);
        return labelFileFormats[static_cast<std::size_t>(place)];
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, chosen] { dialog->setDefaultSuffix(suffixOf(chosen())); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString& file) { exportTo(file, chosen()); });
    dialog->open();
}

void LabelFileDialogs::exportTo(const QString& file, LabelFileFormat format) {
    QStringList lost;
    for (const LabelField field : fieldsLost(m_session.labels(), format))
        if (const QString name = nameOf(field); !name.isEmpty()) lost << name;
    m_lost = lost.join(tr(", "));
    m_work->write(file, m_session.labels(), format, m_session.selection().mode);
}

}  // namespace labelwright::ui
