#include "ui/main_window/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/common/icons.h"
#include "ui/main_window/window_actions.h"

namespace labelwright::ui {
namespace {

constexpr int actionIndexRole = Qt::UserRole;

}  // namespace

int matchRank(const QString& name, const QString& typed) {
    const QString low = name.toLower();
    const QString wanted = typed.toLower().simplified();
    if (wanted.isEmpty()) return 0;
    const qsizetype whole = low.indexOf(wanted);
    if (whole == 0) return 0;
    if (whole > 0) return low[whole - 1].isSpace() ? 1 : 2;
    qsizetype at = 0;
    for (const QChar c : wanted) {
        if (c.isSpace()) continue;
        at = low.indexOf(c, at);
        if (at < 0) return -1;
        ++at;
    }
    return 3 + static_cast<int>(at);
}

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* window)
    : QFrame(window, Qt::Popup), m_search(new QLineEdit(this)), m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    for (QAction* action : actions) m_actions << action;
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_search->addAction(themedIcon(QStringLiteral("search"), IconInk::Muted), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Type a part of a command's name"));
    m_search->setAccessibleName(tr("Command"));
    m_list->setAccessibleName(tr("Commands found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    fill();
}

void CommandPalette::open() {
    const QWidget* window = parentWidget();
    const int width = std::min(window->width() - 2 * fontMetrics().height(), fontMetrics().horizontalAdvance(QLatin1Char('0')) * 70);
    resize(width, std::min(window->height() * 2 / 3, fontMetrics().height() * 26));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 10)));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill() {
    struct Found {
        int rank;
        qsizetype index;
    };
    std::vector<Found> found;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (!m_actions[i] || m_actions[i]->isSeparator()) continue;
        const int rank = matchRank(plainText(*m_actions[i]), m_search->text());
        if (rank >= 0) found.push_back({rank, i});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
    m_list->clear();
    for (const Found& entry : found) {
        const QAction& action = *m_actions[entry.index];
        const QString key = action.shortcut().toString(QKeySequence::NativeText);
        auto* item =
            new QListWidgetItem(action.icon(), key.isEmpty() ? plainText(action) : QStringLiteral("%1    %2").arg(plainText(action), key));
        item->setData(actionIndexRole, entry.index);
        if (!action.isEnabled()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        m_list->addItem(item);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent() {
    const QListWidgetItem* item = m_list->currentItem();
    const QPointer<QAction> action = item != nullptr ? m_actions[item->data(actionIndexRole).toLongLong()] : nullptr;
    if (!action || !action->isEnabled()) return;
    close();
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1)); return true;
            case Qt::Key_Up: m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0)); return true;
            case Qt::Key_Escape: close(); return true;
            default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace labelwright::ui
