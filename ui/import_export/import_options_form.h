#pragma once

#include <QWidget>

#include "core/io/text_import.h"

class QComboBox;
class QFormLayout;

namespace labelwright::ui {

/// What was found about a source (format, sheet, encoding, delimiter, quote, header, the columns of text, id and decisions), each of which
/// can be overridden. GUI thread.
class ImportOptionsForm : public QWidget {
    Q_OBJECT

public:
    explicit ImportOptionsForm(QWidget* parent = nullptr);

    /// Shows what was found; does not emit changed().
    void show(const ImportPreview& preview);
    /// What the user has chosen so far; what was left alone stays unset, to be found anew.
    const ImportOptions& chosen() const noexcept { return m_chosen; }
    /// Chooses for the user, as far as nothing is chosen yet. True: chosen() has changed.
    bool choose(const ImportOptions& columns);

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QComboBox* add(const char* objectName);
    void retranslate();
    void fillFixed();
    void fillColumns(const ImportPreview& preview);

    ImportOptions m_chosen;
    ImportPreview m_preview;
    QFormLayout* m_form = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_encoding = nullptr;
    QComboBox* m_delimiter = nullptr;
    QComboBox* m_quote = nullptr;
    QComboBox* m_header = nullptr;
    QComboBox* m_textColumn = nullptr;
    QComboBox* m_idColumn = nullptr;
    QComboBox* m_labelColumn = nullptr;
    QComboBox* m_labelSeparator = nullptr;
    QComboBox* m_sheet = nullptr;
};

}  // namespace labelwright::ui
