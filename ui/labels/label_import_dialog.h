#pragma once

#include <QDialog>

#include "ui/labels/label_edits.h"
#include "ui/labels/label_file_work.h"

class QDialogButtonBox;
class QLabel;
class QRadioButton;

namespace labelwright::ui {

/// What a file of labels holds, and whether it takes the place of the present labels or is added to them. GUI thread.
class LabelImportDialog : public QDialog {
    Q_OBJECT

public:
    LabelImportDialog(LabelSet labels, LabelFileRead file, QWidget* parent = nullptr);

    /// The labels as they would be.
    LabelSet result() const;
    QString undoText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showState();
    QStringList warnings() const;

    LabelSet m_labels;
    LabelFileRead m_file;
    QLabel* m_found;
    QRadioButton* m_replace;
    QRadioButton* m_add;
    QLabel* m_warnings;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace labelwright::ui
