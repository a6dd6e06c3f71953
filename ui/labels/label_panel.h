#pragma once

#include <QWidget>

#include "core/labels/label_history.h"
#include "core/labels/preset_store.h"
#include "ui/models/labeling_session.h"

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QTimer;
class QVBoxLayout;

namespace labelwright::ui {

class LabelAdder;
class LabelFileDialogs;
class LabelLinter;
class LabelListModel;
class LabelListView;
class LintStrip;
class PresetButton;
class TemplateField;

/// The labels of the session: list with counts, adding, editing, order, template, presets. Every edit is one step of the session's undo
/// stack. GUI thread.
class LabelPanel : public QWidget {
    Q_OBJECT

public:
    LabelPanel(LabelingSession& session, PresetStore presets, QWidget* parent = nullptr);
    ~LabelPanel() override;

    /// What can be done with the current label, for a menu of the window; keys work while the panel has the focus.
    const QList<QAction*>& labelActions() const noexcept { return m_actions; }
    void focusAdder();
    /// Asks for a name and makes a new label, which these rows of the dataset then have by hand.
    void splitOff(std::vector<std::uint32_t> rows);
    /// Keys that do something in the window, which a label's key must not be.
    /// Where the labels that were used on this machine are; without it none are offered.
    void setHistory(LabelHistory history) { m_history = std::move(history); }
    void setCommandKeys(const QStringList& keys);
    /// A widget of the window below the question; owned by the panel.
    void addNote(QWidget& note);

public slots:
    /// The text that the template's example is about; empty: the first text of the session.
    void setExampleText(const QString& text);

signals:
    void labelClicked(const QString& labelId);  ///< empty: the row of texts without a label

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Step { Up, Down };

    void makeHead(QVBoxLayout& layout, PresetStore presets);
    void makeActions();
    void retranslate();
    void openUsed();
    void showLabels();
    void showExample();
    void showNotice(const QString& text);
    void showLabel(const QString& labelId);
    void openMenu(const QPoint& position);
    QAction* makeAction(const QString& icon, const QKeySequence& key, void (LabelPanel::*slot)());

    void addTyped(const QString& text);
    void rename(const QString& labelId, const QString& name);
    void renameCurrent();
    void editCurrent();
    void removeCurrent();
    void moveCurrentUp() { moveCurrent(Step::Up); }
    void moveCurrentDown() { moveCurrent(Step::Down); }
    void moveCurrent(Step step);
    void move(int from, int to);
    void recolour(const LabelId& id, std::uint32_t colour);
    void takePreset(const LabelPreset& preset);
    LabelId currentId() const;

    LabelingSession& m_session;
    LabelLinter* m_linter;
    LabelFileDialogs* m_files;
    QVBoxLayout* m_layout;
    QString m_exampleText;
    QLabel* m_setName;
    QLabel* m_version;
    PresetButton* m_presets;
    LabelListModel* m_model;
    QLineEdit* m_search = nullptr;
    std::optional<LabelHistory> m_history;
    LabelListView* m_list;
    QLabel* m_empty;
    LabelAdder* m_adder;
    QLabel* m_notice;
    LintStrip* m_lint;
    TemplateField* m_template = nullptr;
    QTimer* m_noticeTimer;
    QMenu* m_colourMenu;
    QAction* m_rename = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_delete = nullptr;
    QList<QAction*> m_actions;
};

}  // namespace labelwright::ui
