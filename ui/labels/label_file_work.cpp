#include "ui/labels/label_file_work.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QSaveFile>

namespace labelwright::ui {
namespace {

Result<LabelFileRead> readFile(const QString& path) {
    LabelFileRead result;
    result.fileName = QFileInfo(path).fileName();
    const std::string name = result.fileName.toStdString();
    QFile file(path);
    if (!file.exists()) return Error{ErrorCode::FileNotFound, "there is no label file " + name, {name}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, "cannot read the label file " + name, {name, file.errorString().toStdString()}};
    const QByteArray bytes = file.read(static_cast<qint64>(largestLabelFile) + 1);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    auto preset = readLabelFile(view, name);
    if (!preset) return preset.error();
    result.format = recognisedLabelFileFormat(view);
    result.preset = *std::move(preset);
    result.statesTemplate = result.format == LabelFileFormat::Json || result.preset.labelSet.hypothesisTemplate != "{}";
    return result;
}

Result<void> writeFile(const QString& path, const std::string& content) {
    QSaveFile file(path);
    const auto size = static_cast<qint64>(content.size());
    if (file.open(QIODevice::WriteOnly) && file.write(content.data(), size) == size && file.commit()) return {};
    const std::string reason = file.errorString().toStdString();
    return Error{ErrorCode::FileUnwritable, "cannot write " + path.toStdString() + ": " + reason, {path.toStdString(), reason}};
}

}  // namespace

LabelFileWork::~LabelFileWork() { m_thread.reset(); }

void LabelFileWork::read(const QString& file) {
    m_thread->post([this, file] {
        QMetaObject::invokeMethod(
            this,
            [this, result = readFile(file)] {
                if (result) emit wasRead(*result);
                else emit failed(result.error());
            },
            Qt::QueuedConnection);
    });
}

void LabelFileWork::write(const QString& file, const LabelSet& labels, LabelFileFormat format, SelectionMode mode) {
    m_thread->post([this, file, labels, format, mode] {
        QMetaObject::invokeMethod(
            this,
            [this, file, result = writeFile(file, writeLabelFile(labels, format, {{}, mode}))] {
                if (result) emit wasWritten(QFileInfo(file).fileName());
                else emit failed(result.error());
            },
            Qt::QueuedConnection);
    });
}

}  // namespace labelwright::ui
