#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <array>

class QActionGroup;
class QUndoStack;

namespace labelwright::ui {

/// Everything the window can do.
enum class Act {
    NewProject,
    OpenProject,
    SaveCopy,
    Compact,
    Backups,
    Import,
    ImportFolder,
    Paste,
    OpenSample,
    Export,
    Settings,
    Quit,
    CopyTexts,
    SelectAll,
    History,
    Find,
    ClearFilter,
    ShowFilters,
    AddLabels,
    LabelVersions,
    MergeSuggestions,
    SingleLabel,
    SeveralLabels,
    Run,
    Cancel,
    Models,
    AcceptConfident,
    GiveToAlike,
    NextUncertain,
    PreviousUncertain,
    Chart,
    Evaluation,
    ShowLabels,
    ShowDetails,
    FocusTable,
    Palette,
    Keys,
    ChangeKeys,
    About,
    Count
};

/// The window's actions with their texts, icons and keys, in one list: menus, tool bar, command palette and key sheet are made from it.
class WindowActions : public QObject {
    Q_OBJECT

public:
    /// The actions (undo and redo included) are added to `window`, so that their keys work in all of it.
    WindowActions(QUndoStack& undoStack, QWidget& window);

    QAction& operator[](Act act) const { return *m_actions[static_cast<std::size_t>(act)]; }
    QAction& undo() const { return *m_undo; }
    QAction& redo() const { return *m_redo; }

    /// In the language of now.
    void retranslate();

private:
    std::array<QAction*, static_cast<std::size_t>(Act::Count)> m_actions{};
    QAction* m_undo;
    QAction* m_redo;
};

/// The text of a menu entry, and of a button that shows the action: the same without its mnemonic.
void setActionText(QAction& action, const QString& text);
/// An action's text without mnemonic and dots: for the palette and the key sheet.
QString plainText(const QAction& action);

}  // namespace labelwright::ui
