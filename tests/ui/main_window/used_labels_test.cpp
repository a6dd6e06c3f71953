#include "ui/labels/used_labels_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include "core/labels/label_list.h"
#include "tests/support/test_paths.h"
#include "tests/ui/support/real_engine.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class UsedLabels : public ::testing::Test {
protected:
    void open(const std::vector<UsedLabel>& used) {
        session = std::make_unique<LabelingSession>(bridge);
        LabelSet labels;
        labels.labels = makeLabels({"质量"});
        session->setLabels(labels, QStringLiteral("test"));
        dialog = std::make_unique<UsedLabelsDialog>(*session, used);
        dialog->open();
        list = dialog->findChild<QTreeWidget*>("usedLabels");
    }
    std::vector<std::string> shown() const {
        std::vector<std::string> names;
        for (int row = 0; row < list->topLevelItemCount(); ++row) names.push_back(list->topLevelItem(row)->text(0).toStdString());
        return names;
    }

    labelwright::testing::TemporaryFolder folder;
    EngineBridge bridge{labelwright::testing::makeRealEngine(labelwright::testing::placesIn(folder.path()))};
    std::unique_ptr<LabelingSession> session;
    std::unique_ptr<UsedLabelsDialog> dialog;
    QTreeWidget* list = nullptr;
};

TEST_F(UsedLabels, AreOfferedWithoutThoseInTheSetAndAddedAsOneStep) {
    open({{"退款", "refund", 9, 5}, {"质量", "", 7, 4}, {"发票", "", 2, 3}});
    EXPECT_THAT(shown(), ElementsAre("退款", "发票"));
    auto* add = dialog->findChild<QPushButton*>("addUsedLabels");
    EXPECT_FALSE(add->isEnabled());
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    EXPECT_THAT(add->text().toStdString(), HasSubstr("1"));
    add->click();
    ASSERT_EQ(session->labels().labels.size(), 2U);
    EXPECT_EQ(session->labels().labels[1].name, "退款");
    EXPECT_EQ(session->labels().labels[1].englishName, "refund");
    session->undoStack().undo();
    EXPECT_EQ(session->labels().labels.size(), 1U);
}

TEST_F(UsedLabels, ThatMeanTheSameComeTogetherAndStayChosen) {
    open({{"快递", "", 9, 5}, {"发票", "", 5, 4}, {"物流", "", 2, 3}});
    ASSERT_THAT(shown(), ElementsAre("快递", "发票", "物流"));
    list->topLevelItem(2)->setCheckState(0, Qt::Checked);
    ASSERT_TRUE(waitUntil([this] { return list->topLevelItemCount() == 2; }));
    EXPECT_EQ(list->topLevelItem(0)->text(2).toStdString(), "物流");
    EXPECT_EQ(list->topLevelItem(0)->text(1), "11");
    EXPECT_EQ(list->topLevelItem(0)->checkState(0), Qt::Checked);
    EXPECT_EQ(list->topLevelItem(1)->checkState(0), Qt::Unchecked);
    EXPECT_TRUE(dialog->findChild<QLabel*>("usedLabelsState")->text().isEmpty());
}

TEST_F(UsedLabels, AreNoneOnANewMachine) {
    open({});
    EXPECT_THAT(dialog->findChild<QLabel*>("usedLabelsState")->text().toStdString(), HasSubstr("No labels were used"));
}

}  // namespace
}  // namespace labelwright::ui
