#pragma once

#include <QDialog>
#include <QList>
#include <utility>

class QMenu;

namespace labelwright::ui {

/// All keys of the window on one sheet, by menu. Deletes itself when closed.
class KeySheet : public QDialog {
    Q_OBJECT

public:
    KeySheet(const QList<QMenu*>& menus, QWidget* parent);
};

}  // namespace labelwright::ui
