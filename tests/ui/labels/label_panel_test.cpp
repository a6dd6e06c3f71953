#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include "tests/ui/labels/label_panel_fixture.h"
#include "ui/labels/label_list_model.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::labelSetOf;
using ::testing::ElementsAre;

TEST_F(LabelPanelTest, SaysWhatToDoFirstWhileThereAreNoLabels) {
    openWith({});
    EXPECT_FALSE(list->isVisible());
    EXPECT_TRUE(panel->findChild<QLabel*>("labelsEmpty")->isVisible());
    EXPECT_TRUE(adder->isVisible());
}

TEST_F(LabelPanelTest, ReturnAddsWhatIsTypedAsOneUndoStep) {
    openWith({"咨询"});
    adder->setFocus();
    adder->setText("投诉，建议");
    QTest::keyClick(adder, Qt::Key_Return);
    EXPECT_THAT(names(), ElementsAre("咨询", "投诉", "建议"));
    EXPECT_TRUE(adder->text().isEmpty());
    EXPECT_EQ(world->session.undoStack().count(), 1);
    world->session.undoStack().undo();
    EXPECT_THAT(names(), ElementsAre("咨询"));
    EXPECT_THAT(shownNames(), ElementsAre("咨询", "No label"));
}

TEST_F(LabelPanelTest, PastedLinesBecomeLabelsAtOnce) {
    openWith({});
    QApplication::clipboard()->setText("投诉\n价格, 优惠\n");
    adder->setFocus();
    QTest::keyClick(adder, Qt::Key_V, Qt::ControlModifier);
    EXPECT_THAT(names(), ElementsAre("投诉", "价格, 优惠"));
}

TEST_F(LabelPanelTest, SaysWhichNamesWereThereAlready) {
    openWith({"投诉"});
    adder->setFocus();
    adder->setText("投诉,建议");
    QTest::keyClick(adder, Qt::Key_Return);
    EXPECT_THAT(names(), ElementsAre("投诉", "建议"));
    EXPECT_EQ(textOf("labelNotice"), "Already there: 投诉");
    EXPECT_TRUE(panel->findChild<QLabel*>("labelNotice")->isVisible());
}

TEST_F(LabelPanelTest, F2RenamesInPlaceAndKeepsTheId) {
    openWith({"咨询", "投诉"});
    const LabelId id = world->session.labels().labels[1].id;
    press(1, Qt::Key_F2);
    auto* editor = panel->findChild<QLineEdit*>("labelNameEditor");
    ASSERT_NE(editor, nullptr);
    editor->setText("不满");
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();  // the delegate commits after the key
    EXPECT_THAT(names(), ElementsAre("咨询", "不满"));
    EXPECT_EQ(world->session.labels().labels[1].id, id);
}

TEST_F(LabelPanelTest, DoesNotRenameToANameThatIsTaken) {
    openWith({"咨询", "投诉"});
    press(1, Qt::Key_F2);
    auto* editor = panel->findChild<QLineEdit*>("labelNameEditor");
    ASSERT_NE(editor, nullptr);
    editor->setText("咨询");
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_THAT(names(), ElementsAre("咨询", "投诉"));
    EXPECT_TRUE(textOf("labelNotice").contains("咨询"));
    EXPECT_EQ(world->session.undoStack().count(), 0);
}

TEST_F(LabelPanelTest, AltArrowsMoveTheLabelAndTheCurrentRowFollows) {
    openWith({"a", "b", "c"});
    press(0, Qt::Key_Down, Qt::AltModifier);
    EXPECT_THAT(names(), ElementsAre("b", "a", "c"));
    EXPECT_EQ(list->currentIndex().data().toString(), "a");
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);  // already last
    EXPECT_THAT(names(), ElementsAre("b", "c", "a"));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_THAT(shownNames(), ElementsAre("b", "a", "c", "No label"));
}

TEST_F(LabelPanelTest, ADraggedRowGoesWhereItIsDropped) {
    openWith({"a", "b", "c"});
    EXPECT_TRUE(list->model()->moveRow({}, 2, {}, 0));  // what the view calls on a drop
    EXPECT_THAT(names(), ElementsAre("c", "a", "b"));
    EXPECT_TRUE(list->model()->moveRow({}, 0, {}, 4));  // below the row without a label: the end
    EXPECT_THAT(names(), ElementsAre("a", "b", "c"));
    EXPECT_FALSE(list->model()->index(3, 0).flags().testFlag(Qt::ItemIsDragEnabled));
}

TEST_F(LabelPanelTest, DeleteTakesTheLabelAwayAndUndoBringsItBackWithItsCount) {
    const LabelSet labels = labelSetOf({"a", "b"});
    open(labels, {{0.9F, 0.1F}, {0.8F, 0.2F}});
    EXPECT_EQ(list->model()->index(0, 0).data(LabelListModel::CountRole).toInt(), 2);
    press(0, Qt::Key_Delete);
    EXPECT_THAT(names(), ElementsAre("b"));
    world->session.undoStack().undo();
    world->settle();
    EXPECT_THAT(names(), ElementsAre("a", "b"));
    EXPECT_EQ(list->model()->index(0, 0).data(LabelListModel::CountRole).toInt(), 2);
}

TEST_F(LabelPanelTest, CountsTextsByLabelAndThoseWithoutOne) {
    const LabelSet labels = labelSetOf({"a", "b"});
    open(labels, {{0.9F, 0.1F}, {0.4F, 0.6F}}, 0.7F);
    EXPECT_EQ(list->model()->index(0, 0).data(LabelListModel::CountRole).toInt(), 1);
    EXPECT_EQ(list->model()->index(1, 0).data(LabelListModel::CountRole).toInt(), 0);
    EXPECT_EQ(list->model()->index(2, 0).data(LabelListModel::CountRole).toInt(), 1);
}

TEST_F(LabelPanelTest, ShowsNoCountsBeforeTheFirstRun) {
    openWith({"a"});
    EXPECT_FALSE(list->model()->index(0, 0).data(LabelListModel::CountRole).isValid());
}

TEST_F(LabelPanelTest, ClicksAndDigitsTellWhichLabelIsMeant) {
    openWith({"a", "b"});
    QSignalSpy clicked(panel.get(), &LabelPanel::labelClicked);
    press(0, Qt::Key_2);
    ASSERT_EQ(clicked.size(), 1);
    EXPECT_EQ(clicked[0][0].toString().toStdString(), world->session.labels().labels[1].id);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(2, 0)).center());
    ASSERT_EQ(clicked.size(), 2);
    EXPECT_TRUE(clicked[1][0].toString().isEmpty());
}

TEST_F(LabelPanelTest, KeysFollowThePosition) {
    openWith({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"});
    EXPECT_EQ(list->model()->index(8, 0).data(LabelListModel::KeyRole).toString(), "9");
    EXPECT_EQ(list->model()->index(9, 0).data(LabelListModel::KeyRole).toString(), "0");
    press(8, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(list->model()->index(7, 0).data(LabelListModel::KeyRole).toString(), "8");
    EXPECT_EQ(list->model()->index(7, 0).data().toString(), "i");
}

TEST_F(LabelPanelTest, TemplateShowsALiveExampleAndIsTakenOnReturn) {
    openWith({"咨询", "投诉"});
    auto* edit = panel->findChild<QLineEdit*>("templateEdit");
    panel->setExampleText("等了一个星期");
    EXPECT_EQ(textOf("templateExample"), "Example: “等了一个星期” → “这是咨询”");
    list->setCurrentIndex(list->model()->index(1, 0));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "It is {}!");
    EXPECT_EQ(textOf("templateExample"), "Example: “等了一个星期” → “It is 投诉!”");
    EXPECT_EQ(world->session.labels().hypothesisTemplate, "这是{}");
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(world->session.labels().hypothesisTemplate, "It is {}!");
    EXPECT_EQ(world->session.undoStack().count(), 1);
}

TEST_F(LabelPanelTest, ATemplateWithoutPlaceForTheNameIsExplainedAndNotTaken) {
    openWith({"咨询"});
    auto* edit = panel->findChild<QLineEdit*>("templateEdit");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "nothing");
    EXPECT_TRUE(textOf("templateExample").contains("{}"));
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(world->session.labels().hypothesisTemplate, "这是{}");
    QTest::keyClick(edit, Qt::Key_Escape);
    EXPECT_EQ(edit->text(), "这是{}");
}

TEST_F(LabelPanelTest, PropertiesChangeEverythingAboutALabelInOneStep) {
    openWith({"咨询", "投诉"});
    press(1, Qt::Key_Return, Qt::AltModifier);
    auto* dialog = panel->window()->findChild<QDialog*>("labelDialog");
    ASSERT_NE(dialog, nullptr);
    auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    dialog->findChild<QLineEdit*>("labelName")->setText("咨询");
    EXPECT_FALSE(ok->isEnabled());
    dialog->findChild<QLineEdit*>("labelName")->setText("不满");
    dialog->findChild<QLineEdit*>("labelEnglishName")->setText("complaint");
    dialog->findChild<QPlainTextEdit*>("labelDescription")->setPlainText("客户不满意");
    dialog->findChild<QLineEdit*>("labelHypothesis")->setText("客户在抱怨");
    EXPECT_EQ(dialog->findChild<QLabel*>("labelAsked")->text(), "Asked: 客户在抱怨");
    ok->click();
    const Label& label = world->session.labels().labels[1];
    EXPECT_EQ(label.name, "不满");
    EXPECT_EQ(label.englishName, "complaint");
    EXPECT_EQ(label.description, "客户不满意");
    EXPECT_EQ(label.hypothesis, "客户在抱怨");
    EXPECT_EQ(world->session.undoStack().count(), 1);
}

TEST_F(LabelPanelTest, KeepsLabelsAsAPresetAndTakesItAgain) {
    openWith({"咨询", "投诉"});
    auto* menu = panel->findChild<QMenu*>("presetMenu");
    panel->findChild<QAction*>("savePreset")->trigger();
    auto* dialog = panel->window()->findChild<QInputDialog*>("nameDialog");
    ASSERT_NE(dialog, nullptr);
    dialog->setTextValue("客服工单");
    dialog->accept();
    const auto presetAction = [&]() -> QAction* {
        for (QAction* action : menu->actions())
            if (action->text() == "客服工单") return action;
        return nullptr;
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return presetAction() != nullptr; }));
    EXPECT_TRUE(presetAction()->toolTip().contains("投诉"));
    adder->setText("多余的");
    QTest::keyClick(adder, Qt::Key_Return);
    presetAction()->trigger();
    EXPECT_THAT(names(), ElementsAre("咨询", "投诉"));
    EXPECT_EQ(textOf("labelSetName"), "客服工单");

    auto* removal = panel->findChild<QMenu*>("deletePresetMenu");
    ASSERT_NE(removal, nullptr);
    removal->actions().front()->trigger();
    auto* box = panel->window()->findChild<QMessageBox*>("deletePresetBox");
    ASSERT_NE(box, nullptr);
    box->findChild<QPushButton*>("deletePresetConfirmed")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return presetAction() == nullptr; }));
    EXPECT_THAT(names(), ElementsAre("咨询", "投诉"));
}

TEST_F(LabelPanelTest, EveryFieldHasANameForScreenReaders) {
    openWith({"咨询"});
    EXPECT_FALSE(list->accessibleName().isEmpty());
    EXPECT_FALSE(adder->accessibleName().isEmpty());
    EXPECT_FALSE(panel->findChild<QLineEdit*>("templateEdit")->accessibleName().isEmpty());
}

}  // namespace
}  // namespace labelwright::ui
