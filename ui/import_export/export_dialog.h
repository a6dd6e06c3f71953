#pragma once

#include <QDialog>

#include "core/io/result_export.h"
#include "ui/bridge/engine_bridge.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace labelwright::ui {

/// Writes the rows selected, shown or all, in the order shown, in any of the formats. Open it with open(). GUI thread; `bridge` must
/// outlive it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `table.rows`: those that are shown.
    ExportDialog(EngineBridge& bridge, ExportTable table, std::vector<std::uint32_t> selected, QWidget* parent = nullptr);

    ExportOptions options() const;
    void done(int result) override;

public slots:
    /// What the button does once a file is chosen.
    void exportTo(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Scope { Selected, Shown, All };

    void chooseFile();
    void retranslate();
    void follow();
    std::vector<std::uint32_t> rows() const;
    void showState(const QString& text);

    EngineBridge& m_bridge;
    ExportTable m_table;  // its rows: those shown
    std::vector<std::uint32_t> m_selected;
    JobId m_job = 0;
    QString m_written;
    QFormLayout* m_form = nullptr;
    QComboBox* m_scope = nullptr;
    QCheckBox* m_onlyDecided = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_hint = nullptr;
    QComboBox* m_scores = nullptr;
    QLineEdit* m_instruction = nullptr;
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
