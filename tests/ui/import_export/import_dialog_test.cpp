#include "ui/import_export/import_dialog.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"

namespace labelwright::testing {
namespace {

using namespace labelwright::ui;

class ImportDialogTest : public ::testing::Test {
protected:
    ImportDialogTest() {
        QObject::connect(&bridge, &EngineBridge::imported, &bridge, [this](const Imported& event) { result = event.result; });
    }
    void open(const std::string& bytes, const std::string& name = "messages.csv") {
        writeFile(folder / name, bytes);
        dialog = std::make_unique<ImportDialog>(bridge, ImportSource{folder / name, {}}, surroundings);
        dialog->open();
        ASSERT_TRUE(QTest::qWaitFor([this] { return previewModel()->rowCount() > 0; }));
    }
    QAbstractItemModel* previewModel() const { return dialog->findChild<QTableView*>("importPreview")->model(); }
    QString cell(int row, int column) const { return previewModel()->index(row, column).data().toString(); }
    QComboBox* box(const char* name) const { return dialog->findChild<QComboBox*>(name); }
    /// As a person would: the entry is chosen in the list.
    void choose(const char* name, const QVariant& value) {
        const int index = box(name)->findData(value);
        ASSERT_GE(index, 0);
        box(name)->setCurrentIndex(index);
        emit box(name)->activated(index);
    }
    bool importAll() {
        dialog->findChild<QPushButton*>("importStart")->click();
        return QTest::qWaitFor([this] { return result.dataset != nullptr; });
    }

    TemporaryFolder folder;
    EngineBridge bridge{idleEngine()};
    ImportSurroundings surroundings;
    std::unique_ptr<ImportDialog> dialog;
    ImportResult result;
};

TEST_F(ImportDialogTest, ShowsWhatWasFoundAndImportsIt) {
    open("编号;内容;渠道\n7;怎么退款？;网页\n8;东西坏了;电话\n");
    EXPECT_EQ(box("importDelimiter")->currentData().toInt(), int{';'});
    EXPECT_EQ(box("importEncoding")->currentText(), "UTF-8");
    EXPECT_EQ(box("importTextColumn")->currentText(), "内容");
    EXPECT_EQ(cell(1, 1), "东西坏了");
    ASSERT_TRUE(importAll());
    EXPECT_EQ(result.dataset->size(), 2U);
    EXPECT_EQ((*result.dataset)[0].text, "怎么退款？");
    EXPECT_TRUE(QTest::qWaitFor([this] { return dialog->result() == QDialog::Accepted; }));
}

TEST_F(ImportDialogTest, AnotherTextColumnIsTheOneImported) {
    open("id,text,reply\n1,你好,再见\n");
    choose("importTextColumn", "reply");
    ASSERT_TRUE(importAll());
    EXPECT_EQ((*result.dataset)[0].text, "再见");
}

TEST_F(ImportDialogTest, AnotherDelimiterReadsTheFileAgain) {
    open("id,text\n1,a;b\n2,c;d\n");
    EXPECT_EQ(previewModel()->columnCount(), 2);
    choose("importDelimiter", int{'|'});
    EXPECT_TRUE(QTest::qWaitFor([this] { return previewModel()->columnCount() == 1; }));
}

TEST_F(ImportDialogTest, RowsThatCouldNotBeReadAreListedWithLineAndReason) {
    open("id,text\n1,好\n2,\n3,再见\n");
    ASSERT_TRUE(importAll());
    EXPECT_EQ(result.dataset->size(), 2U);
    QAbstractItemModel* rejects = dialog->findChild<QTableView*>("importRejects")->model();
    ASSERT_TRUE(QTest::qWaitFor([rejects] { return rejects->rowCount() == 1; }));
    EXPECT_EQ(rejects->index(0, 0).data().toString(), "3");
    EXPECT_FALSE(rejects->index(0, 1).data().toString().isEmpty());
    EXPECT_TRUE(dialog->findChild<QPushButton*>("importSaveRejects")->isVisible());
}

TEST_F(ImportDialogTest, RejectedRowsAreSavedAsAFile) {
    open("id,text\n1,好\n2,\n");
    ASSERT_TRUE(importAll());
    auto* save = dialog->findChild<QPushButton*>("importSaveRejects");
    ASSERT_TRUE(QTest::qWaitFor([save] { return save->isVisible(); }));
    save->click();
    auto* files = dialog->findChild<QFileDialog*>("rejectsFileDialog");
    ASSERT_NE(files, nullptr);
    emit files->fileSelected(QString::fromStdString((folder / "rejected.csv").string()));
    files->close();
    ASSERT_TRUE(QTest::qWaitFor([this] { return dialog->findChild<QLabel*>("importRejectsHeading")->text().contains("rejected.csv"); }));
    EXPECT_NE(readFile(folder / "rejected.csv").find("3,"), std::string::npos);
}

TEST_F(ImportDialogTest, AnotherSeparatorForgetsColumnsThatAreGone) {
    open("id,text\n1,a;b\n2,c;d\n");
    choose("importTextColumn", "id");
    ASSERT_TRUE(QTest::qWaitFor([this] { return box("importTextColumn")->currentText() == "id"; }));
    choose("importDelimiter", int{';'});
    EXPECT_TRUE(QTest::qWaitFor([this] { return box("importTextColumn")->findData("id") < 0; }));
    EXPECT_TRUE(dialog->findChild<QPushButton*>("importStart")->isEnabled());
}

TEST_F(ImportDialogTest, TheEncodingCanBeCorrected) {
    open("text\n\xb5\xe7\xb3\xd8\xcd\xcb\xbf\xee\xb7\xa2\xc6\xb1\n");  // GB18030
    choose("importEncoding", "Big5");
    ASSERT_TRUE(QTest::qWaitFor([this] { return previewModel()->rowCount() > 0 && cell(0, 0) != "电池退款发票"; }));
    choose("importEncoding", "GB18030");
    EXPECT_TRUE(QTest::qWaitFor([this] { return cell(0, 0) == "电池退款发票"; }));
}

TEST_F(ImportDialogTest, AGuessedEncodingAsksForALook) {
    writeFile(folder / "one.txt", "caf\xe9\n");
    dialog = std::make_unique<ImportDialog>(bridge, ImportSource{folder / "one.txt", {}}, surroundings);
    dialog->open();
    EXPECT_TRUE(QTest::qWaitFor([this] { return dialog->findChild<QLabel*>("importNotice")->isVisible(); }));
}

TEST_F(ImportDialogTest, ClosingWhileItImportsStopsTheImport) {
    std::string big = "id,text\n";
    for (int i = 0; i < 1'000'000; ++i) big += std::to_string(i) + ",some text that is long enough to take a moment\n";
    open(big);
    QSignalSpy cancelled(&bridge, &EngineBridge::cancelled);
    dialog->findChild<QPushButton*>("importStart")->click();
    dialog->findChild<QPushButton*>("importCancel")->click();
    EXPECT_FALSE(dialog->isVisible());
    EXPECT_TRUE(QTest::qWaitFor([&] { return cancelled.size() == 1; }, 30000));
    EXPECT_EQ(result.dataset, nullptr);
}

TEST_F(ImportDialogTest, AFileThatIsNotThereSaysSo) {
    dialog = std::make_unique<ImportDialog>(bridge, ImportSource{folder / "missing.csv", {}}, surroundings);
    dialog->open();
    EXPECT_TRUE(QTest::qWaitFor([this] { return dialog->findChild<QLabel*>("importNotice")->text().contains("missing.csv"); }));
    EXPECT_FALSE(dialog->findChild<QPushButton*>("importStart")->isEnabled());
}

TEST_F(ImportDialogTest, DecisionsAreTakenFromTheColumnThatHoldsThem) {
    open("id,text,mood\n1,好,good;fine\n2,坏,\n");
    EXPECT_EQ(box("importLabelColumn")->currentData().toString(), "") << "a label column of somebody's is no decision unless it is said";
    EXPECT_FALSE(box("importLabelSeparator")->isVisible());
    choose("importLabelColumn", "mood");
    ASSERT_TRUE(QTest::qWaitFor([this] { return box("importLabelSeparator")->isVisible(); }));
    choose("importLabelSeparator", int{';'});
    ASSERT_TRUE(importAll());
    ASSERT_EQ(result.answers.size(), 1U);
    EXPECT_EQ(result.answers[0].labels, (std::vector<std::string>{"good", "fine"}));
}

TEST_F(ImportDialogTest, ColumnsOnceChosenAreChosenAgain) {
    open("id,text,reply\n1,你好,再见\n");
    choose("importTextColumn", "reply");
    ImportColumns taken;
    QObject::connect(dialog.get(), &ImportDialog::columnsTaken, dialog.get(), [&](const ImportColumns& columns) { taken = columns; });
    ASSERT_TRUE(importAll());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !taken.columns.empty(); }));
    EXPECT_EQ(taken.text, "reply");

    surroundings.earlierColumns = {taken};
    open("id,text,reply\n5,other,file\n", "second.csv");
    EXPECT_TRUE(QTest::qWaitFor([this] { return box("importTextColumn")->currentText() == "reply"; }));
    open("id,text\n5,other\n", "third.csv");
    EXPECT_EQ(box("importTextColumn")->currentText(), "text") << "other columns have nothing to do with it";
}

TEST_F(ImportDialogTest, TextsCanBeAddedOrOnlyTheirDecisionsTaken) {
    open("id,text\n1,a\n");
    EXPECT_FALSE(box("importWay")->isVisible()) << "there is nothing to add to";
    surroundings.present = testing::datasetOf({"a", "b"});
    Imported event;
    QObject::connect(&bridge, &EngineBridge::imported, dialog.get(), [&](const Imported& imported) { event = imported; });
    open("text,human_label\na,x\nc,y\n");
    QObject::connect(&bridge, &EngineBridge::imported, dialog.get(), [&](const Imported& imported) { event = imported; });
    choose("importWay", static_cast<int>(ImportWay::Append));
    ASSERT_TRUE(importAll());
    EXPECT_EQ(result.dataset->size(), 3U);
    EXPECT_EQ(event.duplicates, 1U);
    EXPECT_EQ(event.added, 1U);
    ASSERT_EQ(result.answers.size(), 2U);
    EXPECT_EQ(result.answers[1].row, 2U);

    result = {};
    open("text,human_label\nb,x\nc,y\n", "labels.csv");
    QObject::connect(&bridge, &EngineBridge::imported, dialog.get(), [&](const Imported& imported) { event = imported; });
    choose("importWay", static_cast<int>(ImportWay::LabelsOnly));
    ASSERT_TRUE(importAll());
    EXPECT_EQ(result.dataset, surroundings.present);
    EXPECT_EQ(event.unmatched, 1U);
    ASSERT_EQ(result.answers.size(), 1U);
    EXPECT_EQ(result.answers[0].row, 1U);
}

TEST_F(ImportDialogTest, AWorkbookOffersItsSheets) {
    std::filesystem::copy_file(testing::fixtures() / "exchange/tools/openpyxl.xlsx", folder / "book.xlsx");
    dialog = std::make_unique<ImportDialog>(bridge, ImportSource{folder / "book.xlsx", {}}, surroundings);
    dialog->open();
    ASSERT_TRUE(QTest::qWaitFor([this] { return previewModel()->rowCount() > 0; }));
    EXPECT_EQ(box("importSheet")->count(), 2);
    EXPECT_FALSE(box("importFormat")->isEnabled());
    EXPECT_FALSE(box("importDelimiter")->isVisible());
    choose("importSheet", QString::fromUtf8("评论"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return previewModel()->columnCount() == 8; }));
    ASSERT_TRUE(importAll());
    EXPECT_EQ((*result.dataset)[0].text, "我想查询订单状态");
}

}  // namespace
}  // namespace labelwright::testing
