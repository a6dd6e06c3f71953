#pragma once

#include <QObject>

#include "ui/labels/label_file_work.h"
#include "ui/models/labeling_session.h"

class QMimeData;
class QWidget;

namespace labelwright::ui {

/// Asks for files of labels and takes them into the session, or writes its labels to one. An import is one step of the undo stack. GUI
/// thread.
class LabelFileDialogs : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to the window of `owner`, which also owns this.
    LabelFileDialogs(LabelingSession& session, QWidget& owner);

    void chooseImport();
    void importFrom(const QString& file);
    void chooseExport();

    /// The one file of a drag that may hold labels; empty: there is none.
    static QString labelFileOf(const QMimeData& data);

signals:
    void noticeGiven(const QString& text);  ///< what was done, what has no place in the format, or why it failed

private:
    void offer(const LabelFileRead& file);
    void exportTo(const QString& file, LabelFileFormat format);

    LabelingSession& m_session;
    QWidget& m_owner;
    LabelFileWork* m_work;
    QString m_lost;  // said when the file under way is written
};

}  // namespace labelwright::ui
