#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace labelwright::ui {

/// A box over the window in which any command is found by a part of its name. Enter runs it, Esc closes. Deletes itself when closed.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    /// Actions that are disabled are listed, greyed. The actions must outlive the box.
    CommandPalette(const QList<QAction*>& actions, QWidget* window);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void runCurrent();

    QList<QPointer<QAction>> m_actions;
    QLineEdit* m_search;
    QListWidget* m_list;
};

/// Whether the letters of `typed` stand in `name` in this order; a lower value is a better match, -1 none.
int matchRank(const QString& name, const QString& typed);

}  // namespace labelwright::ui
