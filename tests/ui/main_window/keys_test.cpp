// Keys that are changed, and the bar for several selected texts, in the real window.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/main_window/window_fixture.h"
#include "ui/main_window/key_dialog.h"
#include "ui/review/selection_bar.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;
using ::testing::HasSubstr;

class Keys : public WindowTest {
protected:
    void openDialog() {
        openSample();
        window().findChild<QAction*>("actionChangeKeys")->trigger();
        dialog = find<KeyDialog>("keyDialog");
        ASSERT_NE(dialog, nullptr);
    }
    QAction* action(const char* name) { return window().findChild<QAction*>(QLatin1String(name)); }
    void choose(const QString& command) {
        auto* list = dialog->findChild<QTreeWidget*>("keyList");
        const auto found = list->findItems(command, Qt::MatchExactly);
        ASSERT_EQ(found.size(), 1) << command.toStdString();
        list->setCurrentItem(found.front());
    }
    void press(const char* key) { dialog->findChild<QKeySequenceEdit*>("keyEdit")->setKeySequence(QKeySequence(QLatin1String(key))); }
    std::string problem() const { return dialog->findChild<QLabel*>("keyProblem")->text().toStdString(); }
    QPushButton* button(const char* name) const { return dialog->findChild<QPushButton*>(QLatin1String(name)); }

    KeyDialog* dialog = nullptr;
};

TEST_F(Keys, AreChangedAtOnceAndStayChanged) {
    openDialog();
    choose("Flag");
    press("Ctrl+J");
    EXPECT_EQ(problem(), "");
    button("keyAssign")->click();
    EXPECT_EQ(action("actionFlag")->shortcut(), QKeySequence("Ctrl+J"));
    EXPECT_THAT(action("actionFlag")->toolTip().toStdString(), HasSubstr("Ctrl+J"));
    dialog->close();
    close();
    open();
    EXPECT_EQ(action("actionFlag")->shortcut(), QKeySequence("Ctrl+J"));
    ASSERT_TRUE(waitUntil([this] { return session().dataset() != nullptr; }));
    auto* page = window().findChild<TextsPage*>();
    page->goToRow(3);
    page->focusTable();
    QTest::keyClick(&page->table(), Qt::Key_F);
    EXPECT_FALSE(session().reviews().flagged(3)) << "the old key means nothing now";
    QTest::keyClick(&page->table(), Qt::Key_J, Qt::ControlModifier);
    EXPECT_TRUE(session().reviews().flagged(3));
}

TEST_F(Keys, ThatAreTakenSayByWhatAndCanBeTakenOver) {
    openDialog();
    choose("Flag");
    press("Ctrl+E");
    EXPECT_THAT(problem(), HasSubstr("Export"));
    button("keyAssign")->click();
    EXPECT_EQ(action("actionFlag")->shortcut(), QKeySequence("Ctrl+E"));
    EXPECT_TRUE(action("actionExport")->shortcuts().isEmpty());
    press("1");
    EXPECT_THAT(problem(), HasSubstr("gives the label"));
    EXPECT_FALSE(button("keyAssign")->isEnabled()) << "labels have keys of their own";
    button("keyDefault")->click();
    EXPECT_EQ(action("actionFlag")->shortcut(), QKeySequence("F"));
    EXPECT_TRUE(action("actionExport")->shortcuts().isEmpty()) << "it is free, but nobody asked for it";
    button("keyAllDefaults")->click();
    EXPECT_EQ(action("actionExport")->shortcut(), QKeySequence("Ctrl+E"));
    EXPECT_TRUE(m_kept.changedKeys.empty());
}

TEST_F(Keys, CanBeTakenAwayAndLookedFor) {
    openDialog();
    dialog->findChild<QLineEdit*>("keySearch")->setText("F5");
    EXPECT_EQ(dialog->findChild<QTreeWidget*>("keyList")->topLevelItemCount(), 1);
    button("keyRemove")->click();
    EXPECT_TRUE(action("actionRun")->shortcuts().isEmpty());
    dialog->findChild<QLineEdit*>("keySearch")->clear();
    screenshots("keys", *dialog);
}

TEST_F(Keys, TheBarOfSeveralTextsActsOnAllAsOneStep) {
    openSample();
    ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
    auto* bar = find<SelectionBar>("selectionBar");
    auto* table = find<QTableView>("textsTable");
    table->selectRow(0);
    EXPECT_FALSE(bar->isVisible()) << "one text needs no bar";
    window().findChild<TextsPage*>()->selectAllRows();
    EXPECT_TRUE(bar->isVisible());
    EXPECT_THAT(bar->findChild<QLabel*>("selectionCount")->text().toStdString(), HasSubstr("200"));
    const int steps = session().undoStack().count();
    action("actionFlag")->trigger();
    EXPECT_EQ(session().reviews().flaggedRows(), 200U);
    EXPECT_EQ(session().undoStack().count(), steps + 1);
    screenshots("selection_bar", window());
    session().undoStack().undo();
    EXPECT_EQ(session().reviews().flaggedRows(), 0U);
    bar->findChild<QToolButton*>("selectionClear")->click();
    EXPECT_FALSE(bar->isVisible());
}

}  // namespace
}  // namespace labelwright::ui
