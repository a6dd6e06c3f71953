// Keys of the window's commands.
#include "ui/labels/label_panel.h"
#include "ui/main_window/key_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/review/reviewer.h"

namespace labelwright::ui {

void MainWindow::useKeys(const ChangedKeys& changed) {
    m_keys->apply(changed);
    m_labels->setCommandKeys(m_keys->taken());
    m_actions.retranslate();  // keys stand in the tool tips
    m_reviewer->retranslate();
    m_settings.changedKeys = changed;
}

void MainWindow::openKeyDialog() {
    auto* dialog = new KeyDialog(*m_keys, m_settings.changedKeys, this);
    connect(dialog, &KeyDialog::changed, this, [this](const ChangedKeys& changed) {
        useKeys(changed);
        if (m_options.keepSettings) m_options.keepSettings(m_settings);
    });
    dialog->open();
}

}  // namespace labelwright::ui
