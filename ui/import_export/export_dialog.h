#pragma once

#include <QDialog>

#include "core/io/result_export.h"
#include "ui/bridge/engine_bridge.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace labelwright::ui {

/// Writes exactly the rows shown, in the order shown, as CSV or JSON lines. Open it with open(). GUI thread; `bridge` must outlive it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(EngineBridge& bridge, ExportTable table, QWidget* parent = nullptr);

    ExportOptions options() const;
    void done(int result) override;

public slots:
    /// What the button does once a file is chosen.
    void exportTo(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFile();
    void retranslate();
    void showState(const QString& text);

    EngineBridge& m_bridge;
    ExportTable m_table;
    JobId m_job = 0;
    QString m_written;
    QFormLayout* m_form = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_scores = nullptr;
    QCheckBox* m_extraColumns = nullptr;
    QCheckBox* m_byteOrderMark = nullptr;
    QCheckBox* m_formulaGuard = nullptr;
    QLabel* m_state = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_openFolder = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_export = nullptr;
};

}  // namespace labelwright::ui
