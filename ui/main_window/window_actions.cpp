#include "ui/main_window/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUndoStack>
#include <QWidget>

#include "ui/common/icons.h"

namespace labelwright::ui {
namespace {

struct Description {
    Act act;
    const char* name;
    const char* icon;
    const char* text;
    const char* hint;
    std::array<const char*, 2> keys;
    bool checkable = false;
};

#define ACT_TEXT(text) QT_TRANSLATE_NOOP("WindowActions", text)

constexpr std::array<Description, static_cast<std::size_t>(Act::Count)> descriptions{{
    {Act::Import,
     "actionImport",
     "import",
     ACT_TEXT("&Import…"),
     ACT_TEXT("Open a table of texts: CSV, TSV, JSON Lines or plain text"),
     {"Ctrl+O", nullptr}},
    {Act::Paste,
     "actionPaste",
     "paste",
     ACT_TEXT("Import from the &clipboard…"),
     ACT_TEXT("Take copied lines or spreadsheet cells as texts"),
     {"Ctrl+Shift+V", nullptr}},
    {Act::OpenSample,
     "actionSample",
     "sample",
     ACT_TEXT("Open the &sample"),
     ACT_TEXT("Two hundred customer messages, to try everything"),
     {nullptr, nullptr}},
    {Act::Export,
     "actionExport",
     "export",
     ACT_TEXT("&Export…"),
     ACT_TEXT("Write exactly the rows shown, in this order, as CSV or JSON Lines"),
     {"Ctrl+E", nullptr}},
    {Act::Settings,
     "actionSettings",
     "settings",
     ACT_TEXT("&Settings…"),
     ACT_TEXT("Language, colours, device, precision, cache"),
     {"Ctrl+,", nullptr}},
    {Act::Quit, "actionQuit", "quit", ACT_TEXT("&Quit"), ACT_TEXT("Close the window; everything is saved already"), {"Ctrl+Q", nullptr}},
    {Act::CopyTexts,
     "actionCopyTexts",
     "copy",
     ACT_TEXT("&Copy texts"),
     ACT_TEXT("The selected texts, one a line"),
     {"Ctrl+Shift+C", nullptr}},
    {Act::SelectAll,
     "actionSelectAll",
     "check",
     ACT_TEXT("Select &all rows shown"),
     ACT_TEXT("Selects every row that the filter lets through"),
     {"Ctrl+Shift+A", nullptr}},
    {Act::Find, "actionFind", "search", ACT_TEXT("&Find…"), ACT_TEXT("Show only texts that match"), {"Ctrl+F", "/"}},
    {Act::ClearFilter,
     "actionClearFilter",
     "filter",
     ACT_TEXT("C&lear the filter"),
     ACT_TEXT("Show all texts again"),
     {"Ctrl+Shift+F", nullptr}},
    {Act::AddLabels,
     "actionAddLabels",
     "add",
     ACT_TEXT("&Add labels…"),
     ACT_TEXT("Type one label or several, separated by commas"),
     {"Ctrl+L", nullptr}},
    {Act::SingleLabel,
     "actionSingle",
     "single",
     ACT_TEXT("&Single"),
     ACT_TEXT("One label for each text: the most probable. Runs no model"),
     {"Alt+1", nullptr},
     true},
    {Act::SeveralLabels,
     "actionSeveral",
     "multi",
     ACT_TEXT("&Multi"),
     ACT_TEXT("Any number of labels for each text: all above the threshold. Runs no model"),
     {"Alt+2", nullptr},
     true},
    {Act::Run,
     "actionRun",
     "run",
     ACT_TEXT("&Label the texts"),
     ACT_TEXT("Ask the model; what the cache knows is not asked again"),
     {"F5", "Shift+F5"}},
    {Act::Cancel,
     "actionCancel",
     "cancel",
     ACT_TEXT("&Cancel the run"),
     ACT_TEXT("Stop after the batch under way; what is done stays"),
     {"Ctrl+.", nullptr}},
    {Act::Models,
     "actionModels",
     "model",
     ACT_TEXT("&Models…"),
     ACT_TEXT("Models found on this computer: add, check, remove, download"),
     {"Ctrl+M", nullptr}},
    {Act::NextUncertain,
     "actionNextUncertain",
     "down",
     ACT_TEXT("&Next uncertain text"),
     ACT_TEXT("The next row whose best label leads by less than 0.10"),
     {"N", nullptr}},
    {Act::PreviousUncertain,
     "actionPreviousUncertain",
     "up",
     ACT_TEXT("&Previous uncertain text"),
     ACT_TEXT("The row before whose best label leads by less than 0.10"),
     {"Shift+N", nullptr}},
    {Act::Chart,
     "actionChart",
     "chart",
     ACT_TEXT("&Confidence chart…"),
     ACT_TEXT("How sure the model is, over all texts and for the selected one"),
     {"Ctrl+B", nullptr}},
    {Act::ShowLabels,
     "actionShowLabels",
     "panel",
     ACT_TEXT("&Label panel"),
     ACT_TEXT("Show or hide the labels at the left"),
     {"F7", nullptr},
     true},
    {Act::ShowDetails,
     "actionShowDetails",
     "details",
     ACT_TEXT("&Details panel"),
     ACT_TEXT("Show or hide the details at the right"),
     {"F8", nullptr},
     true},
    {Act::FocusTable,
     "actionFocusTable",
     "text",
     ACT_TEXT("&Go to the texts"),
     ACT_TEXT("Put the keyboard into the table"),
     {"F6", nullptr}},
    {Act::Palette,
     "actionPalette",
     "command",
     ACT_TEXT("C&ommands…"),
     ACT_TEXT("Find any command by a part of its name"),
     {"Ctrl+K", nullptr}},
    {Act::Keys, "actionKeys", "keyboard", ACT_TEXT("&Keys"), ACT_TEXT("All keys on one sheet"), {"F1", "?"}},
    {Act::About, "actionAbout", "info", ACT_TEXT("&About Labelwright"), ACT_TEXT("Version, licence, libraries"), {nullptr, nullptr}},
}};

#undef ACT_TEXT

QString translated(const char* text) { return QCoreApplication::translate("WindowActions", text); }

void showKeyInToolTip(QAction& action, const QString& hint) {
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    action.setToolTip(key.isEmpty() ? hint : QStringLiteral("%1 (%2)").arg(hint, key));
    action.setStatusTip({});
}

}  // namespace

WindowActions::WindowActions(QUndoStack& undoStack, QWidget& window)
    : QObject(&window), m_undo(undoStack.createUndoAction(this)), m_redo(undoStack.createRedoAction(this)) {
    for (const Description& description : descriptions) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(description.name));
        action->setIcon(themedIcon(QLatin1String(description.icon)));
        action->setCheckable(description.checkable);
        QList<QKeySequence> keys;
        for (const char* key : description.keys)
            if (key != nullptr) keys << QKeySequence(QLatin1String(key));
        action->setShortcuts(keys);
        m_actions[static_cast<std::size_t>(description.act)] = action;
        window.addAction(action);
    }
    auto* modes = new QActionGroup(this);
    modes->addAction(&(*this)[Act::SingleLabel]);
    modes->addAction(&(*this)[Act::SeveralLabels]);
    m_undo->setObjectName(QStringLiteral("actionUndo"));
    m_redo->setObjectName(QStringLiteral("actionRedo"));
    m_undo->setIcon(themedIcon(QStringLiteral("undo")));
    m_redo->setIcon(themedIcon(QStringLiteral("redo")));
    m_undo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Z"))});
    m_redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    window.addAction(m_undo);
    window.addAction(m_redo);
    (*this)[Act::Quit].setMenuRole(QAction::QuitRole);
    (*this)[Act::Settings].setMenuRole(QAction::PreferencesRole);
    (*this)[Act::About].setMenuRole(QAction::AboutRole);
    retranslate();
}

void WindowActions::retranslate() {
    for (const Description& description : descriptions) {
        QAction& action = (*this)[description.act];
        action.setText(translated(description.text));
        showKeyInToolTip(action, translated(description.hint));
    }
}

QString plainText(const QAction& action) {
    QString text = action.text();
    // Mnemonics of Chinese texts stand in brackets at the end.
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&.\\)"));
    text.remove(bracketed);
    text.remove(QLatin1Char('&'));
    while (text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1Char('.'))) text.chop(1);
    return text;
}

}  // namespace labelwright::ui
