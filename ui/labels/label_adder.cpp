#include "ui/labels/label_adder.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <memory>

#include "ui/common/icons.h"

namespace labelwright::ui {

LabelAdder::LabelAdder(QWidget* parent) : QLineEdit(parent) {
    m_plus = addAction(themedIcon(QStringLiteral("add"), IconInk::Muted), LeadingPosition);
    connect(m_plus, &QAction::triggered, this, &LabelAdder::enter);
    connect(this, &QLineEdit::returnPressed, this, &LabelAdder::enter);
    retranslate();
}

void LabelAdder::retranslate() {
    setPlaceholderText(tr("Add labels…"));
    setAccessibleName(tr("Add labels"));
    setToolTip(tr("Type a name and press Enter. Several at once: separate them by commas, or paste one a line."));
    m_plus->setText(tr("Add"));
}

void LabelAdder::enter() {
    if (text().trimmed().isEmpty()) {
        setFocus();
        return;
    }
    const QString entered = text();
    clear();
    emit labelsEntered(entered);
}

bool LabelAdder::pasteLines() {
    // A line edit would join the lines, and labels with commas in them would fall apart.
    const QString clipboard = QApplication::clipboard()->text().trimmed();
    if (!clipboard.contains(QLatin1Char('\n')) && !clipboard.contains(QLatin1Char('\r'))) return false;
    emit labelsEntered(clipboard);
    return true;
}

void LabelAdder::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste) && pasteLines()) return;
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LabelAdder::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto* paste = menu->findChild<QAction*>(QStringLiteral("edit-paste")); paste != nullptr) {
        disconnect(paste, &QAction::triggered, nullptr, nullptr);
        connect(paste, &QAction::triggered, this, [this] {
            if (!pasteLines()) this->paste();
        });
    }
    menu->popup(event->globalPos());
}

void LabelAdder::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace labelwright::ui
