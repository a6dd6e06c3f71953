#include <gmock/gmock.h>

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>

#include "core/labels/exchange/label_file.h"
#include "tests/ui/labels/label_panel_fixture.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::labelSetOf;
using labelwright::testing::readFile;
using labelwright::testing::writeFile;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class LabelFilesTest : public LabelPanelTest {
protected:
    /// The dialog of this name once it is open.
    template <typename Dialog = QDialog>
    Dialog* dialog(const char* name) {
        Dialog* found = nullptr;
        EXPECT_TRUE(QTest::qWaitFor([&] { return (found = panel->findChild<Dialog*>(QLatin1String(name))) != nullptr; })) << name;
        return found;
    }
    QString path(const char* name) const { return QString::fromStdString((folder / name).string()); }
    void drop(const char* name) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path(name))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel.get(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel.get(), &event);
    }
    void accept(QDialog& which) { which.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click(); }
    std::string notice() {
        auto* label = panel->findChild<QLabel*>("labelNotice");
        EXPECT_TRUE(QTest::qWaitFor([&] { return label->isVisible(); }));
        return label->text().toStdString();
    }
    /// Through the menu, as another kind of file.
    void exportAs(int filter, const char* name) {
        panel->findChild<QAction*>("exportLabels")->trigger();
        auto* chooser = dialog<QFileDialog>("labelExportFileDialog");
        ASSERT_NE(chooser, nullptr);
        chooser->selectNameFilter(chooser->nameFilters()[filter]);
        chooser->selectFile(path(name));
        static_cast<QDialog*>(chooser)->accept();
    }
};

TEST_F(LabelFilesTest, AFileChosenInTheMenuIsAddedAsOneUndoStep) {
    openWith({"投诉", "咨询"});
    writeFile(folder / "labels.csv", "name,english\n投诉,complaint\n物流,delivery\n");
    panel->findChild<QAction*>("importLabels")->trigger();
    auto* chooser = dialog<QFileDialog>("labelImportFileDialog");
    ASSERT_NE(chooser, nullptr);
    chooser->selectFile(path("labels.csv"));
    static_cast<QDialog*>(chooser)->accept();
    auto* import = dialog("labelImportDialog");
    ASSERT_NE(import, nullptr);
    EXPECT_TRUE(import->findChild<QRadioButton*>("importAdds")->isChecked());
    EXPECT_THAT(import->findChild<QLabel*>("importFound")->text().toStdString(), AllOf(HasSubstr("labels.csv"), HasSubstr("物流")));
    EXPECT_THAT(import->findChild<QLabel*>("importWarnings")->text().toStdString(), HasSubstr("投诉"));
    accept(*import);
    EXPECT_THAT(names(), ElementsAre("投诉", "咨询", "物流"));
    EXPECT_EQ(world->session.labels().hypothesisTemplate, "这是{}");
    EXPECT_EQ(world->session.undoStack().count(), 1);
    world->session.undoStack().undo();
    EXPECT_THAT(names(), ElementsAre("投诉", "咨询"));
}

TEST_F(LabelFilesTest, ADroppedFileMayTakeThePlaceOfTheLabelsAndSaysWhatGoes) {
    openWith({"投诉", "咨询"});
    const LabelId complaint = world->session.labels().labels[0].id;
    writeFile(folder / "labels.txt", "物流\n投诉\n");
    drop("labels.txt");
    auto* import = dialog("labelImportDialog");
    ASSERT_NE(import, nullptr);
    import->findChild<QRadioButton*>("importReplaces")->click();
    EXPECT_THAT(import->findChild<QLabel*>("importWarnings")->text().toStdString(), HasSubstr("咨询"));
    accept(*import);
    EXPECT_THAT(names(), ElementsAre("物流", "投诉"));
    EXPECT_EQ(world->session.labels().labels[1].id, complaint) << "its results stay with it";
    EXPECT_EQ(world->session.labels().hypothesisTemplate, "这是{}") << "the file says nothing about the question";
}

TEST_F(LabelFilesTest, AnUnreadableFileChangesNothingAndSaysWhere) {
    openWith({"投诉"});
    writeFile(folder / "labels.csv", "name,colour\n物流,reddish\n");
    drop("labels.csv");
    EXPECT_THAT(notice(), HasSubstr("labels.csv"));
    EXPECT_THAT(names(), ElementsAre("投诉"));
    EXPECT_EQ(panel->findChild<QDialog*>("labelImportDialog"), nullptr);
}

TEST_F(LabelFilesTest, ADraggedTableOfAnotherKindIsNotForTheLabels) {
    openWith({"投诉"});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/tmp/texts.jsonl")});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(panel.get(), &enter);
    EXPECT_FALSE(enter.isAccepted());
}

TEST_F(LabelFilesTest, WhatWasExportedComesBackAsItWas) {
    LabelSet labels = labelSetOf({"售后", "退款"}, "这是{}");
    labels.labels[1].parent = labels.labels[0].id;
    labels.labels[1].englishName = "refund";
    open(labels);
    exportAs(0, "labels.json");
    EXPECT_THAT(notice(), HasSubstr("labels.json"));
    LabelSet fewer = world->session.labels();
    fewer.labels.pop_back();
    world->session.setLabels(fewer, "delete");
    drop("labels.json");
    auto* import = dialog("labelImportDialog");
    ASSERT_NE(import, nullptr);
    import->findChild<QRadioButton*>("importReplaces")->click();
    accept(*import);
    EXPECT_EQ(world->session.labels().labels, labels.labels);
}

TEST_F(LabelFilesTest, AnExportSaysWhatTheFormatHasNoPlaceFor) {
    LabelSet labels = labelSetOf({"售后", "退款"});
    labels.labels[1].englishName = "refund";
    open(labels);
    exportAs(2, "labels.json");
    EXPECT_THAT(notice(), AllOf(HasSubstr("labels.json"), HasSubstr("English names")));
    EXPECT_EQ(recognisedLabelFileFormat(readFile(folder / "labels.json")), LabelFileFormat::Doccano);
}

TEST_F(LabelFilesTest, PresetsAreFoundCopiedRenamedAndDescribed) {
    writeFile(folder / "built_in/a.json",
              R"({"labelwright": "label-set", "version": 1, "name": "情感", "template": "{}", "labels": ["好评", "差评"]})");
    writeFile(folder / "built_in/b.json",
              R"({"labelwright": "label-set", "version": 1, "name": "意图", "template": "{}", "labels": ["退款"]})");
    openWith({"投诉"});
    panel->findChild<QAction*>("arrangePresets")->trigger();
    auto* presets = dialog("presetDialog");
    ASSERT_NE(presets, nullptr);
    auto* shown = presets->findChild<QListWidget*>("presetList");
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown->count() == 2; }));
    presets->findChild<QLineEdit*>("presetSearch")->setText("退款");
    ASSERT_EQ(shown->count(), 1) << "labels are searched too";
    EXPECT_FALSE(presets->findChild<QPushButton*>("presetRename")->isEnabled()) << "built in";
    const auto answer = [&](const char* button, const QString& text) {
        presets->findChild<QPushButton*>(QLatin1String(button))->click();
        auto* ask = presets->findChild<QInputDialog*>("presetTextDialog");
        ASSERT_NE(ask, nullptr);
        ask->setTextValue(text);
        ask->accept();
        delete ask;
    };
    answer("presetCopy", "我的退款");
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown->count() == 2; }));
    shown->setCurrentRow(1);
    answer("presetRename", "退款意图");
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown->count() == 2 && shown->item(1)->text().startsWith("退款意图"); }));
    answer("presetDescribe", "给客服用");
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown->item(1)->text().contains("给客服用"); }));
    presets->findChild<QPushButton*>("presetTake")->click();
    EXPECT_THAT(names(), ElementsAre("退款"));
}

}  // namespace
}  // namespace labelwright::ui
