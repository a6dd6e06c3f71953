#pragma once

#include <QDialog>
#include <functional>

#include "core/domain/label.h"

class QDialogButtonBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace labelwright::ui {

class PresetShelf;

/// All presets with a search over names, descriptions and labels: take one, copy it, and rename or describe the user's own. GUI thread.
class PresetDialog : public QDialog {
    Q_OBJECT

public:
    explicit PresetDialog(PresetShelf& shelf, QWidget* parent = nullptr);

signals:
    void presetChosen(const labelwright::LabelPreset& preset);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Empty { Refused, Allowed };

    void retranslate();
    void fill();
    void enableButtons();
    void take();
    const LabelPreset* current() const;
    void ask(const QString& title, const QString& caption, const QString& text, Empty empty, std::function<void(const QString&)> done);
    void askCopy();
    void askName();
    void askDescription();

    PresetShelf& m_shelf;
    QLineEdit* m_search;
    QListWidget* m_list;
    QPushButton* m_take;
    QPushButton* m_copy;
    QPushButton* m_rename;
    QPushButton* m_describe;
    QDialogButtonBox* m_buttons = nullptr;
};

}  // namespace labelwright::ui
