#include "ui/labels/lint_strip.h"

#include <gmock/gmock.h>

#include <QDialog>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/labels/label_panel_fixture.h"
#include "ui/labels/finding_row.h"
#include "ui/labels/label_list_model.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::labelSetOf;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class LintStripTest : public LabelPanelTest {
protected:
    LintStrip& strip() { return *panel->findChild<LintStrip*>(); }
    /// What is shown now, one sentence a finding.
    static std::vector<std::string> sentences(const QWidget& in) {
        std::vector<std::string> all;
        for (const auto* text : in.findChildren<FindingText*>())
            if (text->isVisibleTo(&in)) all.push_back(text->accessibleName().toStdString());
        return all;
    }
    static QList<QPushButton*> repairs(const QWidget& in) {
        QList<QPushButton*> all;
        for (auto* button : in.findChildren<QPushButton*>(QStringLiteral("findingRepair")))
            if (button->isVisibleTo(&in)) all << button;
        return all;
    }
    ::testing::AssertionResult waitFor(std::size_t count) {
        if (QTest::qWaitFor([&] { return sentences(strip()).size() == count; })) return ::testing::AssertionSuccess();
        return ::testing::AssertionFailure() << sentences(strip()).size() << " findings instead of " << count;
    }
    void type(const QString& text) {
        adder->setFocus();
        adder->setText(text);
        QTest::keyClick(adder, Qt::Key_Return);
    }
};

TEST_F(LintStripTest, IsNotThereWhileNothingIsWrong) {
    openWith({"咨询", "投诉"});
    type("建议");
    QTest::qWait(400);
    EXPECT_FALSE(strip().isVisible());
}

TEST_F(LintStripTest, AFindingComesWithTheEditAndItsRepairIsOneUndoStep) {
    openWith({"投诉"});
    type("客户投诉");
    ASSERT_TRUE(waitFor(1));
    EXPECT_THAT(sentences(strip()), ElementsAre("Warning: “投诉” is a part of the name “客户投诉”."));
    ASSERT_EQ(repairs(strip()).size(), 2);
    EXPECT_EQ(repairs(strip())[0]->text(), "Put “客户投诉” below “投诉”");
    EXPECT_EQ(repairs(strip())[1]->text(), "Merge into “投诉”");
    QTest::mouseClick(repairs(strip())[1], Qt::LeftButton);
    EXPECT_THAT(names(), ElementsAre("投诉"));
    EXPECT_EQ(world->session.labels().labels[0].merged.size(), 1U);
    EXPECT_EQ(world->session.undoStack().count(), 2);
    EXPECT_EQ(world->session.undoStack().undoText(), "Merge into “投诉”");
    ASSERT_TRUE(waitFor(0));
    EXPECT_FALSE(strip().isVisible());
    world->session.undoStack().undo();
    EXPECT_THAT(names(), ElementsAre("投诉", "客户投诉"));
    EXPECT_TRUE(waitFor(1));
}

TEST_F(LintStripTest, ErrorsComeFirstAndTheRestIsInAList) {
    LabelSet labels = labelSetOf({"投诉", "客户投诉", "咨询", "咨询 处", "建议", "改进建议"});
    labels.labels[5].key = "1";
    labels.labels.push_back(labels.labels[2]);
    labels.labels.back().id = newId();
    open(labels);
    ASSERT_TRUE(waitFor(3));
    EXPECT_EQ(sentences(strip()).front(), "Error: “咨询” and “咨询” are the same name to a reader.");
    auto* more = strip().findChild<QPushButton*>("lintMore");
    ASSERT_TRUE(more->isVisible());
    more->click();
    auto* dialog = panel->findChild<QDialog*>("findingList");
    ASSERT_NE(dialog, nullptr);
    const auto all = sentences(*dialog);
    EXPECT_GT(all.size(), 3U);
    EXPECT_EQ(more->text().toStdString(), std::to_string(all.size() - 3) + " more…");
    repairs(*dialog).front()->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return sentences(*dialog).size() < all.size(); }));
    EXPECT_EQ(sentences(*dialog).front().find("Error"), std::string::npos);
}

TEST_F(LintStripTest, AClickMeansTheLabelsConcernedOneAfterTheOther) {
    openWith({"物流", "投诉", "客户投诉"});
    ASSERT_TRUE(waitFor(1));
    auto* text = strip().findChild<FindingText*>();
    QTest::mouseClick(text, Qt::LeftButton);
    EXPECT_EQ(list->currentIndex().data().toString(), "投诉");
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(list->currentIndex().data().toString(), "客户投诉");
}

TEST_F(LintStripTest, OppositesDependOnHowLabelsAreGiven) {
    openWith({"好评", "差评"});
    ASSERT_TRUE(waitFor(1));
    EXPECT_EQ(repairs(strip()).front()->text(), "Add “中性”");
    Selection several = world->session.selection();
    several.mode = SelectionMode::EveryAboveThreshold;
    world->session.setSelection(several);
    EXPECT_TRUE(waitFor(0));
    world->session.undoStack().undo();
    ASSERT_TRUE(waitFor(1));
    Selection unsure = world->session.selection();
    unsure.abstain = 0.5F;
    world->session.setSelection(unsure);
    EXPECT_TRUE(waitFor(0));
}

TEST_F(LintStripTest, AKeyOfTheWindowIsNoKeyForALabel) {
    LabelSet labels = labelSetOf({"投诉", "咨询"});
    labels.labels[0].key = "N";
    open(labels);
    panel->setCommandKeys({"Ctrl+F", "N"});
    ASSERT_TRUE(waitFor(1));
    EXPECT_THAT(sentences(strip()), ElementsAre("Warning: The key of “投诉”, N, does something else in the window."));
    repairs(strip()).front()->click();
    EXPECT_EQ(world->session.labels().labels[0].key, "");
    EXPECT_TRUE(waitFor(0));
}

TEST_F(LintStripTest, SaysWhatMoreThanTenLabelsCostAndWhichEarnLeast) {
    const LabelSet labels = labelSetOf({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"});
    std::vector<float> first(labels.labels.size(), 0.01F);
    first[10] = 0.9F;
    std::vector<float> second(labels.labels.size(), 0.01F);
    second[0] = 0.9F;
    open(labels, {first, second});
    ASSERT_TRUE(waitFor(1));
    EXPECT_THAT(sentences(strip()).front(), AllOf(HasSubstr("Note: 11 label"), HasSubstr("Fewest texts: “b” (0).")));
    PlanReady plan;
    plan.plan.secondsPerNewLabel = 75;
    plan.plan.memoryBytes = 640ULL << 20U;
    emit world->bridge.planReady(plan);
    ASSERT_TRUE(QTest::qWaitFor([&] { return sentences(strip()).front().find("1 min 15 s") != std::string::npos; }));
    EXPECT_THAT(sentences(strip()).front(), HasSubstr("640 MB"));
    repairs(strip()).front()->click();
    EXPECT_EQ(names().size(), 10U);
    EXPECT_THAT(names(), ::testing::Not(::testing::Contains("b")));
}

TEST_F(LintStripTest, ADismissedNoteStaysAwayAndCanBeBroughtBack) {
    openWith({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"});
    ASSERT_TRUE(waitFor(1));
    strip().findChild<QToolButton*>("findingDismiss")->click();
    EXPECT_FALSE(strip().isVisible());
    type("成人, 成人教育, 投诉, 客户投诉, 咨询, 电话咨询, 建议, 产品建议");
    ASSERT_TRUE(waitFor(3)) << "other findings still come";
    strip().findChild<QPushButton*>("lintMore")->click();
    auto* dialog = panel->findChild<QDialog*>("findingList");
    const std::size_t before = sentences(*dialog).size();
    auto* back = dialog->findChild<QPushButton*>("findingDismissed");
    ASSERT_TRUE(back->isVisible());
    EXPECT_TRUE(back->text().contains("1 dismissed"));
    back->click();
    EXPECT_EQ(sentences(*dialog).size(), before + 1);
    EXPECT_FALSE(back->isVisible());
}

TEST_F(LintStripTest, ADismissalIsForTheLabelsAndNotForTheTexts) {
    openWith({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"});
    ASSERT_TRUE(waitFor(1));
    strip().findChild<QToolButton*>("findingDismiss")->click();
    Imported other;
    other.result.dataset = labelwright::testing::datasetOf({"another text"});
    emit world->bridge.imported(other);
    QTest::qWait(400);
    EXPECT_FALSE(strip().isVisible());
}

TEST_F(LintStripTest, ARepairOfALabelThatIsGoneSaysSo) {
    openWith({"投诉", "客户投诉"});
    ASSERT_TRUE(waitFor(1));
    LabelSet other = world->session.labels();
    other.labels.pop_back();
    world->session.setLabels(other, "delete");
    repairs(strip()).back()->click();  // before the labels were looked at again
    EXPECT_THAT(names(), ElementsAre("投诉"));
    EXPECT_TRUE(panel->findChild<QLabel*>("labelNotice")->isVisible());
}

}  // namespace
}  // namespace labelwright::ui
