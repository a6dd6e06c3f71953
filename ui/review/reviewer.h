#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <QString>
#include <cstdint>
#include <functional>
#include <vector>

#include "ui/models/labeling_session.h"

class QMenu;

namespace labelwright::ui {

/// What a person says about the selected texts, as actions with keys: accept, another label, none, put off, flag. Each is one step of the
/// session's undo stack, however many texts it is about. GUI thread.
class Reviewer : public QObject {
    Q_OBJECT

public:
    /// Keys work in all of `window`, those of Enter and Space only in `table`: elsewhere they mean something else. `selectedRows` gives
    /// dataset rows.
    Reviewer(LabelingSession& session, QWidget& window, QWidget& table, std::function<std::vector<std::uint32_t>()> selectedRows);

    /// For a menu, in its order; a null pointer is a line between groups.
    QList<QAction*> actions() const;
    /// One action for each label, with its key.
    QMenu* labelMenu() const noexcept { return m_labelMenu; }
    void setTextsShown(bool any);
    void retranslate();

    /// One label a text: it is the text's label. Several: it is added, or taken away where every selected text has it; the model's labels
    /// stand where nobody has said anything yet.
    void giveLabel(const LabelId& id);

signals:
    /// Go on to the next text: a single one has been decided.
    void advanceWanted();
    void sameLabelWanted(int step);
    void splitWanted(const std::vector<std::uint32_t>& rows);
    void said(const QString& words);  ///< what was done to more than one text, for the status bar

private:
    enum class Then { Stay, Advance };

    struct Entry {
        QAction* action;
        const char* text;
        const char* hint;
    };

    void add(const char* name, const char* icon, const char* key, const char* text, const char* hint, void (Reviewer::*act)());
    void accept();
    void giveNone();
    void takeBack();
    void defer();
    void flag();
    void skip();
    void split() { emit splitWanted(m_selectedRows()); }
    void nextSameLabel() { emit sameLabelWanted(1); }
    void previousSameLabel() { emit sameLabelWanted(-1); }
    /// Marks all of them, or takes the mark from all if each has it.
    void toggle(bool Review::*mark, const QString& undoText, Then then);
    void edit(const ReviewEdit& change, const QString& undoText, Then then);
    void makeLabelActions();

    LabelingSession& m_session;
    QWidget& m_window;
    QWidget& m_table;
    std::function<std::vector<std::uint32_t>()> m_selectedRows;
    QMenu* m_labelMenu;
    std::vector<Entry> m_entries;
    bool m_anyTexts = false;
};

}  // namespace labelwright::ui
