#include "ui/labels/label_group_menus.h"

#include <QCoreApplication>
#include <QMenu>

#include "core/labels/merging.h"
#include "ui/labels/colour_button.h"
#include "ui/labels/label_edits.h"

namespace labelwright::ui {
namespace {

/// The context of the translations.
class GroupMenus {
    Q_DECLARE_TR_FUNCTIONS(LabelGroupMenus)

public:
    static QString mergeInto() { return tr("&Merge into"); }
    static QString putBelow() { return tr("Put &below"); }
    static QString takeOut() { return tr("&Take out"); }
    static QString top() { return tr("(top level)"); }
    static QString merged(const QString& from, const QString& into) { return tr("Merge “%1” into “%2”").arg(from, into); }
    static QString below(const QString& child) { return tr("Move “%1” in the tree").arg(child); }
    static QString takenOut(const QString& name) { return tr("Take “%1” out").arg(name); }
};

QString nameOf(const Label& label) { return QString::fromStdString(label.name); }

/// Text of a menu entry, where & would be a mnemonic.
QString entryOf(const Label& label) { return nameOf(label).replace(QLatin1Char('&'), QLatin1String("&&")); }

QMenu* addMenu(QMenu& menu, const QString& title, const char* objectName) {
    QMenu* added = menu.addMenu(title);
    added->setObjectName(QLatin1String(objectName));
    return added;
}

void addTakeOut(QMenu& menu, const LabelSet& labels, const Label& host, const ApplyLabels& apply) {
    for (const Label& merged : host.merged) {
        QObject::connect(menu.addAction(colourIcon(merged.colour, menu), entryOf(merged)), &QAction::triggered, &menu, [=] {
            if (const auto edited = unmergeLabel(labels, merged.id)) apply(*edited, GroupMenus::takenOut(nameOf(merged)));
        });
        addTakeOut(menu, labels, merged, apply);
    }
}

}  // namespace

void addGroupMenus(QMenu& menu, const LabelSet& labels, const LabelId& id, const ApplyLabels& apply) {
    const std::size_t index = indexOf(labels, id);
    if (index == std::string::npos) return;
    const Label& label = labels.labels[index];
    QMenu* into = addMenu(menu, GroupMenus::mergeInto(), "mergeIntoMenu");
    QMenu* below = addMenu(menu, GroupMenus::putBelow(), "putBelowMenu");
    QAction* top = below->addAction(GroupMenus::top());
    top->setEnabled(!label.parent.empty());
    QObject::connect(top, &QAction::triggered, below, [=] {
        if (const auto edited = withParent(labels, id, {})) apply(*edited, GroupMenus::below(nameOf(label)));
    });
    for (const Label& other : labels.labels) {
        if (other.id == id) continue;
        QObject::connect(into->addAction(colourIcon(other.colour, menu), entryOf(other)), &QAction::triggered, into, [=] {
            if (const auto edited = mergeLabels(labels, id, other.id)) apply(*edited, GroupMenus::merged(nameOf(label), nameOf(other)));
        });
        const auto placed = withParent(labels, id, other.id);
        QAction* action = below->addAction(colourIcon(other.colour, menu), entryOf(other));
        action->setEnabled(placed.ok() && label.parent != other.id);  // not below what stands below it
        if (placed)
            QObject::connect(action, &QAction::triggered, below,
                             [=, edited = *placed] { apply(edited, GroupMenus::below(nameOf(label))); });
    }
    into->setEnabled(labels.labels.size() > 1);
    if (!label.merged.empty()) addTakeOut(*addMenu(menu, GroupMenus::takeOut(), "takeOutMenu"), labels, label, apply);
}

}  // namespace labelwright::ui
