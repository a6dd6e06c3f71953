#pragma once

#include <QWidget>

#include "core/io/text_import.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace labelwright::ui {

/// How a source is read: what was found by looking, each part changeable. A change forgets what no longer fits (another delimiter makes
/// other columns). GUI thread.
class ImportControls : public QWidget {
    Q_OBJECT

public:
    explicit ImportControls(QWidget* parent = nullptr);

    /// What the user has set; the rest is unset and found by looking.
    const ImportOptions& chosen() const noexcept { return m_chosen; }
    /// Shows how a preview was read.
    void showPreview(const ImportPreview& preview);

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addField(int row, int column, QWidget* field, QLabel*& caption);
    void fillColumns();
    void showOptions();
    void formatChosen();
    void dialectChosen();

    ImportOptions m_chosen;
    ImportPreview m_preview;  // without rows
    QGridLayout* m_grid;
    QComboBox* m_format;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_quote;
    QComboBox* m_textColumn;
    QComboBox* m_idColumn;
    QCheckBox* m_header = nullptr;
    QLabel* m_formatCaption = nullptr;
    QLabel* m_encodingCaption = nullptr;
    QLabel* m_delimiterCaption = nullptr;
    QLabel* m_quoteCaption = nullptr;
    QLabel* m_textCaption = nullptr;
    QLabel* m_idCaption = nullptr;
};

}  // namespace labelwright::ui
