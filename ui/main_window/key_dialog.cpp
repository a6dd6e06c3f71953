#include "ui/main_window/key_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/common/workbench_style.h"
#include "ui/main_window/window_actions.h"

namespace labelwright::ui {

KeyDialog::KeyDialog(KeyMap& map, ChangedKeys changed, QWidget* parent)
    : QDialog(parent),
      m_map(map),
      m_changed(std::move(changed)),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_key(new QKeySequenceEdit(this)),
      m_problem(new QLabel(this)),
      m_assign(new QPushButton(tr("&Use this key"), this)),
      m_remove(new QPushButton(tr("&No key"), this)),
      m_default(new QPushButton(tr("&Default"), this)),
      m_allDefaults(new QPushButton(tr("All de&faults"), this)) {
    setObjectName(QStringLiteral("keyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change keys"));
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setPlaceholderText(tr("Search: a command or a key"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setHeaderLabels({tr("Command"), tr("Menu"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_key->setObjectName(QStringLiteral("keyEdit"));
    m_problem->setObjectName(QStringLiteral("keyProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_assign->setObjectName(QStringLiteral("keyAssign"));
    m_remove->setObjectName(QStringLiteral("keyRemove"));
    m_default->setObjectName(QStringLiteral("keyDefault"));
    m_allDefaults->setObjectName(QStringLiteral("keyAllDefaults"));
    for (QPushButton* button : {m_assign, m_remove, m_default, m_allDefaults}) button->setAutoDefault(false);

    auto* caption = new QLabel(tr("Press the &key:"), this);
    caption->setBuddy(m_key);
    auto* edit = new QHBoxLayout;
    edit->addWidget(caption);
    edit->addWidget(m_key, 1);
    for (QPushButton* button : {m_assign, m_remove, m_default}) edit->addWidget(button);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_allDefaults, QDialogButtonBox::ResetRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(edit);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 38, fontMetrics().height() * 34);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &KeyDialog::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeyDialog::currentChanged);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeyDialog::keyPressed);
    connect(m_assign, &QPushButton::clicked, this, [this] { use(withKey(m_map, m_changed, *current(), m_key->keySequence())); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        ChangedKeys keys = m_changed;
        keys[current()->objectName().toStdString()] = {};
        use(std::move(keys));
    });
    connect(m_default, &QPushButton::clicked, this, [this] { use(withDefaultKey(m_map, m_changed, *current())); });
    connect(m_allDefaults, &QPushButton::clicked, this, [this] { use({}); });
    fill();
}

void KeyDialog::fill() {
    const QString wanted = m_search->text().trimmed();
    const QAction* before = current();
    m_list->clear();
    for (const KeyMap::Command& command : m_map.commands()) {
        QStringList keys;
        for (const QKeySequence& key : command.action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
        const QString name = plainText(*command.action);
        const bool shown = wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive) ||
                           keys.join(u' ').contains(wanted, Qt::CaseInsensitive) || command.menu.contains(wanted, Qt::CaseInsensitive);
        if (!shown) continue;
        auto* item = new QTreeWidgetItem(m_list, {name, command.menu, keys.join(QStringLiteral(", "))});
        item->setData(0, Qt::UserRole, QVariant::fromValue(static_cast<QObject*>(command.action)));
        if (m_changed.contains(command.action->objectName().toStdString())) {
            QFont bold = m_list->font();
            bold.setBold(true);
            item->setFont(2, bold);
        }
        if (command.action == before) m_list->setCurrentItem(item);
    }
    if (m_list->currentItem() == nullptr) m_list->setCurrentItem(m_list->topLevelItem(0));
    for (int column = 0; column < 2; ++column) m_list->resizeColumnToContents(column);
    m_allDefaults->setEnabled(!m_changed.empty());
}

QAction* KeyDialog::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item == nullptr ? nullptr : qobject_cast<QAction*>(item->data(0, Qt::UserRole).value<QObject*>());
}

void KeyDialog::currentChanged() {
    const QAction* action = current();
    m_key->setEnabled(action != nullptr);
    m_key->setKeySequence(action == nullptr ? QKeySequence() : action->shortcut());
    m_remove->setEnabled(action != nullptr && !action->shortcuts().isEmpty());
    m_default->setEnabled(action != nullptr && m_changed.contains(action->objectName().toStdString()));
    keyPressed();
}

void KeyDialog::keyPressed() {
    const QAction* action = current();
    const QKeySequence key = m_key->keySequence();
    const QAction* holder = action == nullptr || key.isEmpty() ? nullptr : m_map.holder(key, action);
    const bool label = holder != nullptr && holder->objectName().startsWith(QLatin1String("giveLabel-"));
    const QString text = key.toString(QKeySequence::NativeText);
    m_problem->clear();
    if (label) m_problem->setText(tr("%1 gives the label “%2”; change it there, by editing the label.").arg(text, plainText(*holder)));
    else if (holder != nullptr) m_problem->setText(tr("%1 belongs to “%2”, which loses it.").arg(text, plainText(*holder)));
    m_assign->setText(holder != nullptr && !label ? tr("&Take it over") : tr("&Use this key"));
    m_assign->setEnabled(action != nullptr && !key.isEmpty() && !label && key != action->shortcut());
}

void KeyDialog::use(ChangedKeys keys) {
    m_changed = std::move(keys);
    m_map.apply(m_changed);
    emit changed(m_changed);
    fill();
    currentChanged();
}

}  // namespace labelwright::ui
