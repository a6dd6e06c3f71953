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

constexpr std::array<Description, static_cast<std::size_t>(Act::Count)> descriptions{{
    {Act::NewProject,
     "actionNewProject",
     "file",
     QT_TRANSLATE_NOOP("WindowActions", "&New project…"),
     QT_TRANSLATE_NOOP("WindowActions", "An empty project in a file of its own"),
     {"Ctrl+N", nullptr}},
    {Act::OpenProject,
     "actionOpenProject",
     "folder",
     QT_TRANSLATE_NOOP("WindowActions", "&Open a project…"),
     QT_TRANSLATE_NOOP("WindowActions", "Texts, labels, reviews and history from a project file"),
     {"Ctrl+Shift+O", nullptr}},
    {Act::SaveCopy,
     "actionSaveCopy",
     "copy",
     QT_TRANSLATE_NOOP("WindowActions", "Save a cop&y…"),
     QT_TRANSLATE_NOOP("WindowActions", "The whole project as one more file; this one stays open"),
     {"Ctrl+Shift+S", nullptr}},
    {Act::Compact,
     "actionCompact",
     "memory",
     QT_TRANSLATE_NOOP("WindowActions", "Co&mpact the project"),
     QT_TRANSLATE_NOOP("WindowActions", "Give back the space of what is no longer in it"),
     {nullptr, nullptr}},
    {Act::Backups,
     "actionBackups",
     "clock",
     QT_TRANSLATE_NOOP("WindowActions", "&Backups…"),
     QT_TRANSLATE_NOOP("WindowActions", "Earlier states of the project, and the way back to one"),
     {nullptr, nullptr}},
    {Act::Import,
     "actionImport",
     "import",
     QT_TRANSLATE_NOOP("WindowActions", "&Import…"),
     QT_TRANSLATE_NOOP("WindowActions", "Open texts: a table (CSV, TSV, Excel), JSON, plain text, or what another labeling tool wrote"),
     {"Ctrl+O", nullptr}},
    {Act::ImportFolder,
     "actionImportFolder",
     "folder",
     QT_TRANSLATE_NOOP("WindowActions", "Import a fol&der…"),
     QT_TRANSLATE_NOOP("WindowActions", "Every text file in a folder as one text"),
     {nullptr, nullptr}},
    {Act::Paste,
     "actionPaste",
     "paste",
     QT_TRANSLATE_NOOP("WindowActions", "Import from the &clipboard…"),
     QT_TRANSLATE_NOOP("WindowActions", "Take copied lines or spreadsheet cells as texts"),
     {"Ctrl+Shift+V", nullptr}},
    {Act::OpenSample,
     "actionSample",
     "sample",
     QT_TRANSLATE_NOOP("WindowActions", "Open the &sample"),
     QT_TRANSLATE_NOOP("WindowActions", "Two hundred customer messages, to try everything"),
     {nullptr, nullptr}},
    {Act::Export,
     "actionExport",
     "export",
     QT_TRANSLATE_NOOP("WindowActions", "&Export…"),
     QT_TRANSLATE_NOOP("WindowActions", "Write the rows selected, shown or all as a table, or for another labeling or training tool"),
     {"Ctrl+E", nullptr}},
    {Act::Settings,
     "actionSettings",
     "settings",
     QT_TRANSLATE_NOOP("WindowActions", "&Settings…"),
     QT_TRANSLATE_NOOP("WindowActions", "Language, colours, device, precision, cache"),
     {"Ctrl+,", nullptr}},
    {Act::Quit,
     "actionQuit",
     "quit",
     QT_TRANSLATE_NOOP("WindowActions", "&Quit"),
     QT_TRANSLATE_NOOP("WindowActions", "Close the window; everything is saved already"),
     {"Ctrl+Q", nullptr}},
    {Act::CopyTexts,
     "actionCopyTexts",
     "copy",
     QT_TRANSLATE_NOOP("WindowActions", "&Copy texts"),
     QT_TRANSLATE_NOOP("WindowActions", "The selected texts, one a line"),
     {"Ctrl+Shift+C", nullptr}},
    {Act::SelectAll,
     "actionSelectAll",
     "check",
     QT_TRANSLATE_NOOP("WindowActions", "Select &all rows shown"),
     QT_TRANSLATE_NOOP("WindowActions", "Selects every row that the filter lets through"),
     {"Ctrl+Shift+A", nullptr}},
    {Act::History,
     "actionHistory",
     "clock",
     QT_TRANSLATE_NOOP("WindowActions", "&History of the project…"),
     QT_TRANSLATE_NOOP("WindowActions", "What was done, when and by whom"),
     {"Ctrl+H", nullptr}},
    {Act::Find,
     "actionFind",
     "search",
     QT_TRANSLATE_NOOP("WindowActions", "&Find…"),
     QT_TRANSLATE_NOOP("WindowActions", "Show only texts that match"),
     {"Ctrl+F", "/"}},
    {Act::ClearFilter,
     "actionClearFilter",
     "filter",
     QT_TRANSLATE_NOOP("WindowActions", "C&lear the filter"),
     QT_TRANSLATE_NOOP("WindowActions", "Show all texts again"),
     {"Ctrl+Shift+F", nullptr}},
    {Act::ShowFilters,
     "actionFilters",
     "filter",
     QT_TRANSLATE_NOOP("WindowActions", "&Filters"),
     QT_TRANSLATE_NOOP("WindowActions", "What kinds of texts there are and how many; a click shows only these"),
     {"F9", nullptr},
     true},
    {Act::AddLabels,
     "actionAddLabels",
     "add",
     QT_TRANSLATE_NOOP("WindowActions", "&Add labels…"),
     QT_TRANSLATE_NOOP("WindowActions", "Type one label or several, separated by commas"),
     {"Ctrl+L", nullptr}},
    {Act::LabelVersions,
     "actionVersions",
     "clock",
     QT_TRANSLATE_NOOP("WindowActions", "&Versions of the labels…"),
     QT_TRANSLATE_NOOP("WindowActions", "What changed when, what it did to the texts, and the way back"),
     {"Ctrl+Shift+L", nullptr}},
    {Act::MergeSuggestions,
     "actionMergeSuggestions",
     "link",
     QT_TRANSLATE_NOOP("WindowActions", "&Merge suggestions"),
     QT_TRANSLATE_NOOP("WindowActions", "Labels that mean the same, why, and what merging them would do"),
     {"Ctrl+Shift+M", nullptr}},
    {Act::SingleLabel,
     "actionSingle",
     "single",
     QT_TRANSLATE_NOOP("WindowActions", "&Single"),
     QT_TRANSLATE_NOOP("WindowActions", "One label for each text: the most probable. Runs no model"),
     {"Alt+1", nullptr},
     true},
    {Act::SeveralLabels,
     "actionSeveral",
     "multi",
     QT_TRANSLATE_NOOP("WindowActions", "&Multi"),
     QT_TRANSLATE_NOOP("WindowActions", "Any number of labels for each text: all above the threshold. Runs no model"),
     {"Alt+2", nullptr},
     true},
    {Act::Run,
     "actionRun",
     "run",
     QT_TRANSLATE_NOOP("WindowActions", "&Label the texts"),
     QT_TRANSLATE_NOOP("WindowActions", "Ask the model; what the cache knows is not asked again"),
     {"F5", "Shift+F5"}},
    {Act::Cancel,
     "actionCancel",
     "cancel",
     QT_TRANSLATE_NOOP("WindowActions", "&Cancel the run"),
     QT_TRANSLATE_NOOP("WindowActions", "Stop after the batch under way; what is done stays"),
     {"Ctrl+.", nullptr}},
    {Act::Models,
     "actionModels",
     "model",
     QT_TRANSLATE_NOOP("WindowActions", "&Models…"),
     QT_TRANSLATE_NOOP("WindowActions", "Models found on this computer: add, check, remove, download"),
     {"Ctrl+M", nullptr}},
    {Act::AcceptConfident,
     "actionAcceptConfident",
     "check",
     QT_TRANSLATE_NOOP("WindowActions", "Accept con&fident suggestions…"),
     QT_TRANSLATE_NOOP("WindowActions", "Every suggestion from a confidence up, after a look at some of them"),
     {"Ctrl+Shift+Return", nullptr}},
    {Act::GiveToAlike,
     "actionGiveToAlike",
     "copy",
     QT_TRANSLATE_NOOP("WindowActions", "Give the same to texts li&ke it…"),
     QT_TRANSLATE_NOOP("WindowActions", "Your decision on the current text, for identical and nearly identical ones, after a look at them"),
     {"Ctrl+D", nullptr}},
    {Act::NextUncertain,
     "actionNextUncertain",
     "down",
     QT_TRANSLATE_NOOP("WindowActions", "&Next uncertain text"),
     QT_TRANSLATE_NOOP("WindowActions", "The next row whose best label leads by less than 0.10"),
     {"N", nullptr}},
    {Act::PreviousUncertain,
     "actionPreviousUncertain",
     "up",
     QT_TRANSLATE_NOOP("WindowActions", "&Previous uncertain text"),
     QT_TRANSLATE_NOOP("WindowActions", "The row before whose best label leads by less than 0.10"),
     {"Shift+N", nullptr}},
    {Act::Chart,
     "actionChart",
     "chart",
     QT_TRANSLATE_NOOP("WindowActions", "&Confidence chart…"),
     QT_TRANSLATE_NOOP("WindowActions", "How sure the model is, over all texts and for the selected one"),
     {"Ctrl+B", nullptr}},
    {Act::Evaluation,
     "actionEvaluation",
     "check",
     QT_TRANSLATE_NOOP("WindowActions", "&Evaluation"),
     QT_TRANSLATE_NOOP("WindowActions", "How many labels are right, which are confused, and where to set the thresholds"),
     {"Ctrl+Shift+E", nullptr}},
    {Act::ShowLabels,
     "actionShowLabels",
     "panel",
     QT_TRANSLATE_NOOP("WindowActions", "&Label panel"),
     QT_TRANSLATE_NOOP("WindowActions", "Show or hide the labels at the left"),
     {"F7", nullptr},
     true},
    {Act::ShowDetails,
     "actionShowDetails",
     "details",
     QT_TRANSLATE_NOOP("WindowActions", "&Details panel"),
     QT_TRANSLATE_NOOP("WindowActions", "Show or hide the details at the right"),
     {"F8", nullptr},
     true},
    {Act::FocusTable,
     "actionFocusTable",
     "text",
     QT_TRANSLATE_NOOP("WindowActions", "&Go to the texts"),
     QT_TRANSLATE_NOOP("WindowActions", "Put the keyboard into the table"),
     {"F6", nullptr}},
    {Act::Palette,
     "actionPalette",
     "command",
     QT_TRANSLATE_NOOP("WindowActions", "C&ommands…"),
     QT_TRANSLATE_NOOP("WindowActions", "Find any command by a part of its name"),
     {"Ctrl+K", nullptr}},
    {Act::Keys,
     "actionKeys",
     "keyboard",
     QT_TRANSLATE_NOOP("WindowActions", "&Keys"),
     QT_TRANSLATE_NOOP("WindowActions", "All keys on one sheet"),
     {"F1", "?"}},
    {Act::ChangeKeys,
     "actionChangeKeys",
     "keyboard",
     QT_TRANSLATE_NOOP("WindowActions", "Change ke&ys…"),
     QT_TRANSLATE_NOOP("WindowActions", "Give commands other keys"),
     {nullptr, nullptr}},
    {Act::About,
     "actionAbout",
     "info",
     QT_TRANSLATE_NOOP("WindowActions", "&About Labelwright"),
     QT_TRANSLATE_NOOP("WindowActions", "Version, licence, libraries"),
     {nullptr, nullptr}},
}};

QString translated(const char* text) { return QCoreApplication::translate("WindowActions", text); }

/// Mnemonics of Chinese texts stand in brackets at the end, where QAction itself would leave them.
QString withoutMnemonic(QString text) {
    static const QRegularExpression bracketed(QStringLiteral("\\s*\\(&.\\)"));
    text.remove(bracketed);
    text.remove(QLatin1Char('&'));
    return text;
}

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
        setActionText(action, translated(description.text));
        showKeyInToolTip(action, translated(description.hint));
    }
}

void setActionText(QAction& action, const QString& text) {
    action.setText(text);
    action.setIconText(withoutMnemonic(text));
}

QString plainText(const QAction& action) {
    QString text = withoutMnemonic(action.text());
    while (text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1Char('.'))) text.chop(1);
    return text;
}

}  // namespace labelwright::ui
