#pragma once

#include <QDialog>

#include "core/domain/label.h"

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace labelwright::ui {

class ColourButton;

/// Everything about one label: names, description, colour, and its own question instead of the filled template.
class LabelDialog : public QDialog {
    Q_OBJECT

public:
    LabelDialog(LabelSet labels, const LabelId& id, QWidget* parent = nullptr);

    /// The label as edited.
    Label label() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void check();

    LabelSet m_labels;
    Label m_label;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QLineEdit* m_englishName;
    QPlainTextEdit* m_description;
    QLineEdit* m_hypothesis;
    ColourButton* m_colour;
    QLabel* m_asked;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace labelwright::ui
