#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "core/jobs/task_thread.h"
#include "core/labels/exchange/label_file.h"

namespace labelwright::ui {

/// A file of labels as it was read.
struct LabelFileRead {
    QString fileName;  ///< without its folder
    LabelPreset preset;
    LabelFileFormat format = LabelFileFormat::Json;
    bool statesTemplate = true;  ///< false: the file has no word about the question
};

/// Reads and writes files of labels on a thread of its own. GUI thread.
class LabelFileWork : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~LabelFileWork() override;

    void read(const QString& file);
    /// Written whole or not at all.
    void write(const QString& file, const LabelSet& labels, LabelFileFormat format, SelectionMode mode);

signals:
    void wasRead(const labelwright::ui::LabelFileRead& result);
    void wasWritten(const QString& fileName);
    void failed(const labelwright::Error& error);

private:
    std::unique_ptr<TaskThread> m_thread = std::make_unique<TaskThread>("label files");
};

}  // namespace labelwright::ui
