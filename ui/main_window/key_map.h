#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <map>
#include <string>
#include <vector>

class QAction;
class QMenu;

namespace labelwright::ui {

/// Keys that differ from the defaults: by the action's object name, in portable text; empty: no key.
using ChangedKeys = std::map<std::string, std::string>;

/// The commands of the menus with their keys, each of which may be changed. Labels have keys of their own, set where labels are edited;
/// here they only count as taken. The menus must outlive it. GUI thread.
class KeyMap {
public:
    struct Command {
        QAction* action;
        QString menu;  ///< in the present language, without mnemonic
        QList<QKeySequence> defaults;
    };

    /// Before any key is changed.
    explicit KeyMap(const QList<QMenu*>& menus);

    /// In menu order.
    std::vector<Command> commands() const;
    /// Gives every command its key.
    void apply(const ChangedKeys& changed);
    /// The command or label that has this key, or one that begins alike, so that neither could be reached; null: it is free.
    const QAction* holder(const QKeySequence& key, const QAction* besides) const;
    /// All keys that are taken, in portable text.
    QStringList taken() const;

private:
    QList<QMenu*> m_menus;
    std::map<std::string, QList<QKeySequence>> m_defaults;
};

/// The changed keys once `action` has this one: what it takes over from another command, that command loses.
ChangedKeys withKey(const KeyMap& map, ChangedKeys changed, const QAction& action, const QKeySequence& key);
/// … once it has its default again.
ChangedKeys withDefaultKey(const KeyMap& map, ChangedKeys changed, const QAction& action);

}  // namespace labelwright::ui
