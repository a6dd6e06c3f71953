#pragma once

#include <QPushButton>

#include "core/labels/preset_store.h"

class QMenu;

namespace labelwright::ui {

class PresetShelf;

/// The menu of presets: take one, keep the present labels as one, delete own ones. GUI thread.
class PresetButton : public QPushButton {
    Q_OBJECT

public:
    explicit PresetButton(PresetStore store, QWidget* parent = nullptr);

    /// What "save" saves.
    void setLabels(const LabelSet& labels);
    const PresetShelf& shelf() const noexcept { return *m_shelf; }

signals:
    void presetChosen(const labelwright::LabelPreset& preset);
    void usedWanted();                      ///< labels that were used before
    void importWanted();                    ///< labels from a file
    void exportWanted();                    ///< the labels to a file
    void renameAsked(const QString& name);  ///< the label set's own name
    void noticeGiven(const QString& text);  ///< what was saved, or why it was not

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillMenu();
    void addPreset(QMenu& menu, const LabelPreset& preset);
    void askName(const QString& title, const QString& caption, const std::function<void(const QString&)>& done);
    void confirmRemoval(const LabelPreset& preset);

    LabelSet m_labels;
    PresetShelf* m_shelf;
    QMenu* m_menu;
};

}  // namespace labelwright::ui
