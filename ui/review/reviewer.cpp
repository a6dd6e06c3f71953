#include "ui/review/reviewer.h"

#include <QCoreApplication>
#include <QMenu>
#include <algorithm>

#include "core/labels/label_list.h"
#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

/// The labels that stand for a text now: a person's, else the model's.
std::vector<LabelId> presentLabels(const LabelingSession& session, const Review& review, std::uint32_t row) {
    if (review.decided) return review.labels;
    std::vector<LabelId> ids;
    for (const std::uint32_t label : session.decisionAt(row).labels) ids.push_back(session.labels().labels[label].id);
    return ids;
}

}  // namespace

Reviewer::Reviewer(LabelingSession& session, QWidget& window, QWidget& table, std::function<std::vector<std::uint32_t>()> selectedRows)
    : QObject(&window),
      m_session(session),
      m_window(window),
      m_table(table),
      m_selectedRows(std::move(selectedRows)),
      m_labelMenu(new QMenu(&window)) {
    m_labelMenu->setObjectName(QStringLiteral("menuGiveLabel"));
    m_labelMenu->setIcon(themedIcon(QStringLiteral("label")));
    add("actionAccept", "check", "Return", QT_TR_NOOP("&Accept the suggestion"), QT_TR_NOOP("The model is right. Goes on to the next text"),
        &Reviewer::accept);
    add("actionGiveNone", "cancel", "X", QT_TR_NOOP("N&one of these labels"),
        QT_TR_NOOP("The text carries none of the labels. Goes on to the next text"), &Reviewer::giveNone);
    add("actionDefer", "clock", "U", QT_TR_NOOP("&Unsure: put off"),
        QT_TR_NOOP("Marks the text to be looked at again, or takes the mark away"), &Reviewer::defer);
    add("actionFlag", "flag", "F", QT_TR_NOOP("&Flag"), QT_TR_NOOP("Marks the text for whatever you like, or takes the mark away"),
        &Reviewer::flag);
    add("actionTakeBack", "undo", "Ctrl+Delete", QT_TR_NOOP("&Take the decision back"),
        QT_TR_NOOP("Nobody has said anything about the text again; the model's suggestion shows"), &Reviewer::takeBack);
    add("actionSplit", "add", "Ctrl+Shift+N", QT_TR_NOOP("Split off selected te&xts…"),
        QT_TR_NOOP("Makes a new label and gives it to the selected texts"), &Reviewer::split);
    add("actionSkip", "down", "Space", QT_TR_NOOP("&Skip"), QT_TR_NOOP("On to the next text without a word"), &Reviewer::skip);
    add("actionNextSame", "down", "P", QT_TR_NOOP("Next text with the same &label"),
        QT_TR_NOOP("The next row that has the current row's label"), &Reviewer::nextSameLabel);
    add("actionPreviousSame", "up", "O", QT_TR_NOOP("P&revious text with the same label"),
        QT_TR_NOOP("The row before that has the current row's label"), &Reviewer::previousSameLabel);
    connect(&session, &LabelingSession::labelsChanged, this, &Reviewer::makeLabelActions);
    makeLabelActions();
    retranslate();
}

void Reviewer::add(const char* name, const char* icon, const char* key, const char* text, const char* hint, void (Reviewer::*act)()) {
    auto* action = new QAction(themedIcon(QLatin1String(icon)), {}, this);
    action->setObjectName(QLatin1String(name));
    const QKeySequence sequence(QString::fromLatin1(key));
    // Enter confirms and Space presses buttons elsewhere.
    const bool inTable = sequence == QKeySequence(Qt::Key_Return) || sequence == QKeySequence(Qt::Key_Space);
    QList<QKeySequence> keys{sequence};
    if (sequence == QKeySequence(Qt::Key_Return)) keys << QKeySequence(Qt::Key_Enter);
    action->setShortcuts(keys);
    action->setShortcutContext(inTable ? Qt::WidgetShortcut : Qt::WindowShortcut);
    (inTable ? m_table : m_window).addAction(action);
    connect(action, &QAction::triggered, this, act);
    m_entries.push_back({action, text, hint});
}

QList<QAction*> Reviewer::actions() const {
    QList<QAction*> actions{m_labelMenu->menuAction(), nullptr};
    for (const Entry& entry : m_entries) {
        if (entry.action->objectName() == QLatin1String("actionSkip")) actions << nullptr;
        actions << entry.action;
    }
    return actions;
}

void Reviewer::setTextsShown(bool any) {
    m_anyTexts = any;
    for (const Entry& entry : m_entries) entry.action->setEnabled(any);
    for (QAction* action : m_labelMenu->actions()) action->setEnabled(any);
    m_labelMenu->menuAction()->setEnabled(any && !m_labelMenu->isEmpty());
}

void Reviewer::retranslate() {
    for (const Entry& entry : m_entries) {
        entry.action->setText(tr(entry.text));
        entry.action->setToolTip(
            QStringLiteral("%1 (%2)").arg(tr(entry.hint), entry.action->shortcut().toString(QKeySequence::NativeText)));
    }
    m_labelMenu->setTitle(tr("&Give the label"));
}

void Reviewer::makeLabelActions() {
    qDeleteAll(m_labelMenu->actions());
    const auto& labels = m_session.labels().labels;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        QString name = QString::fromStdString(labels[k].name);
        auto* action = new QAction(name.replace(QLatin1Char('&'), QLatin1String("&&")), m_labelMenu);
        action->setObjectName(QStringLiteral("giveLabel-") + QString::fromStdString(labels[k].id));
        const std::string key = labels[k].key.empty() ? labelKey(k) : labels[k].key;
        action->setShortcut(QKeySequence(QString::fromStdString(key), QKeySequence::PortableText));
        connect(action, &QAction::triggered, this, [this, id = labels[k].id] { giveLabel(id); });
        m_labelMenu->addAction(action);
        m_window.addAction(action);
    }
    setTextsShown(m_anyTexts);
}

// Acts

void Reviewer::edit(const ReviewEdit& change, const QString& undoText, Then then) {
    const std::vector<std::uint32_t> rows = m_selectedRows();
    m_session.review(rows, change, undoText);
    if (rows.size() > 1) emit said(tr("%1: %n text(s)", nullptr, static_cast<int>(rows.size())).arg(undoText));
    else if (then == Then::Advance) emit advanceWanted();
}

void Reviewer::giveLabel(const LabelId& id) {
    const Label* label = findLabel(m_session.labels(), id);
    if (label == nullptr) return;
    const QString undoText = tr("Give the label %1").arg(QString::fromStdString(label->name));
    if (m_session.selection().mode == SelectionMode::SingleBest) {
        edit(
            [&id](Review& review, std::uint32_t) {
                review.decided = true;
                review.labels = {id};
                review.deferred = false;
            },
            undoText, Then::Advance);
        return;
    }
    const std::vector<std::uint32_t> rows = m_selectedRows();
    const bool everywhere = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
        const auto present = presentLabels(m_session, m_session.reviews().at(row), row);
        return m_session.reviews().decided(row) && std::find(present.begin(), present.end(), id) != present.end();
    });
    edit(
        [&](Review& review, std::uint32_t row) {
            review.labels = presentLabels(m_session, review, row);
            review.decided = true;
            review.deferred = false;
            const auto found = std::find(review.labels.begin(), review.labels.end(), id);
            if (everywhere) review.labels.erase(found);
            else if (found == review.labels.end()) review.labels.push_back(id);
        },
        undoText, Then::Stay);
}

void Reviewer::accept() {
    const std::vector<std::uint32_t> rows = m_selectedRows();
    const bool nothing = std::none_of(rows.begin(), rows.end(), [this](std::uint32_t row) {
        return m_session.reviews().decided(row) || m_session.decisionAt(row).best != Decision::none;
    });
    if (nothing) {
        if (!rows.empty()) emit said(tr("There is no suggestion to accept; a label's key gives one."));
        return;
    }
    edit(
        [this](Review& review, std::uint32_t row) {
            review.deferred = false;
            if (review.decided || m_session.decisionAt(row).best == Decision::none) return;
            review.labels = presentLabels(m_session, review, row);
            review.decided = true;
        },
        tr("Accept the suggestion"), Then::Advance);
}

void Reviewer::giveNone() {
    edit(
        [](Review& review, std::uint32_t) {
            review.decided = true;
            review.labels.clear();
            review.deferred = false;
        },
        tr("None of these labels"), Then::Advance);
}

void Reviewer::takeBack() {
    edit(
        [](Review& review, std::uint32_t) {
            review.decided = false;
            review.labels.clear();
        },
        tr("Take the decision back"), Then::Stay);
}

void Reviewer::toggle(bool Review::*mark, const QString& undoText, Then then) {
    const std::vector<std::uint32_t> rows = m_selectedRows();
    const bool marked = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return m_session.reviews().at(row).*mark; });
    edit([mark, marked](Review& review, std::uint32_t) { review.*mark = !marked; }, undoText, marked ? Then::Stay : then);
}

void Reviewer::defer() { toggle(&Review::deferred, tr("Put off"), Then::Advance); }
void Reviewer::flag() { toggle(&Review::flagged, tr("Flag"), Then::Stay); }
void Reviewer::skip() { emit advanceWanted(); }

}  // namespace labelwright::ui
