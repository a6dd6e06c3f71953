#include "ui/main_window/key_map.h"

#include <QAction>
#include <QMenu>

namespace labelwright::ui {
namespace {

std::string nameOf(const QAction& action) { return action.objectName().toStdString(); }

bool isCommand(const QAction& action) {
    return !action.isSeparator() && action.menu() == nullptr && !action.objectName().isEmpty() &&
           !action.objectName().startsWith(QLatin1String("giveLabel-"));
}

bool clash(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

bool has(const QAction& action, const QKeySequence& key) {
    const QList<QKeySequence> keys = action.shortcuts();
    return std::any_of(keys.begin(), keys.end(), [&key](const QKeySequence& own) { return !own.isEmpty() && clash(own, key); });
}

/// The actions of a menu and of those in it.
void gather(const QMenu& menu, QList<QAction*>& actions) {
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) gather(*action->menu(), actions);
        else actions << action;
    }
}

}  // namespace

KeyMap::KeyMap(const QList<QMenu*>& menus) : m_menus(menus) {
    for (const Command& command : commands()) m_defaults[nameOf(*command.action)] = command.action->shortcuts();
}

std::vector<KeyMap::Command> KeyMap::commands() const {
    std::vector<Command> commands;
    for (const QMenu* menu : m_menus) {
        QString title = menu->title();
        if (const qsizetype bracket = title.indexOf(QLatin1String("(&")); bracket > 0) title.truncate(bracket);
        title.remove(u'&');
        for (QAction* action : menu->actions()) {
            if (!isCommand(*action)) continue;
            const auto known = m_defaults.find(nameOf(*action));
            commands.push_back({action, title, known == m_defaults.end() ? QList<QKeySequence>() : known->second});
        }
    }
    return commands;
}

void KeyMap::apply(const ChangedKeys& changed) {
    for (const Command& command : commands()) {
        const auto found = changed.find(nameOf(*command.action));
        if (found == changed.end()) {
            command.action->setShortcuts(command.defaults);
        } else {
            const QKeySequence key(QString::fromStdString(found->second), QKeySequence::PortableText);
            command.action->setShortcuts(key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
        }
    }
}

const QAction* KeyMap::holder(const QKeySequence& key, const QAction* besides) const {
    QList<QAction*> actions;
    for (const QMenu* menu : m_menus) gather(*menu, actions);
    for (const QAction* action : actions)
        if (action != besides && has(*action, key)) return action;
    return nullptr;
}

QStringList KeyMap::taken() const {
    QStringList keys;
    for (const Command& command : commands())
        for (const QKeySequence& key : command.action->shortcuts()) keys << key.toString(QKeySequence::PortableText);
    return keys;
}

ChangedKeys withKey(const KeyMap& map, ChangedKeys changed, const QAction& action, const QKeySequence& key) {
    if (const QAction* holder = map.holder(key, &action); holder != nullptr && isCommand(*holder)) changed[nameOf(*holder)] = {};
    changed[nameOf(action)] = key.toString(QKeySequence::PortableText).toStdString();
    return changed;
}

ChangedKeys withDefaultKey(const KeyMap& map, ChangedKeys changed, const QAction& action) {
    for (const KeyMap::Command& command : map.commands()) {
        if (command.action != &action) continue;
        for (const QKeySequence& key : command.defaults)
            if (const QAction* holder = map.holder(key, &action); holder != nullptr && isCommand(*holder)) changed[nameOf(*holder)] = {};
    }
    changed.erase(nameOf(action));
    return changed;
}

}  // namespace labelwright::ui
