#pragma once

#include <QDialog>

#include "ui/main_window/key_map.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace labelwright::ui {

/// Every command with its key, which can be changed by pressing another. A key that is taken says by what, and can be taken over from
/// another command. What is changed holds at once. Deletes itself when closed. GUI thread; the map must outlive it.
class KeyDialog : public QDialog {
    Q_OBJECT

public:
    KeyDialog(KeyMap& map, ChangedKeys changed, QWidget* parent);

signals:
    void changed(const labelwright::ui::ChangedKeys& keys);

private:
    void fill();
    QAction* current() const;
    void currentChanged();
    void keyPressed();
    void use(ChangedKeys keys);

    KeyMap& m_map;
    ChangedKeys m_changed;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_key;
    QLabel* m_problem;
    QPushButton* m_assign;
    QPushButton* m_remove;
    QPushButton* m_default;
    QPushButton* m_allDefaults;
};

}  // namespace labelwright::ui
