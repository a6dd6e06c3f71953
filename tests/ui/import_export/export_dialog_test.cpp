#include "ui/import_export/export_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"

namespace labelwright::ui {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ExportDialogTest : public ::testing::Test {
protected:
    ExportDialogTest() {
        table.dataset = testing::datasetOf({"=1+1", "退款", "third"});
        table.labels = testing::labelSetOf({"咨询", "投诉"});
        table.scores = testing::scoresOf(table.labels, {{0.9F, 0.1F}, {0.2F, 0.8F}, {0.6F, 0.4F}});
        table.rows = {1, 0};
    }
    void open() {
        dialog = std::make_unique<ExportDialog>(bridge, table, selected);
        dialog->open();
    }
    template <typename Widget>
    Widget* find(const char* name) const {
        return dialog->findChild<Widget*>(name);
    }
    void choose(ExportFormat format) {
        auto* box = find<QComboBox>("exportFormat");
        box->setCurrentIndex(box->findData(static_cast<int>(format)));
    }
    QString button() const { return find<QPushButton>("exportButton")->text(); }
    QString status() const { return find<QLabel>("exportStatus")->text(); }
    void exportTo(const std::filesystem::path& file) {
        find<QPushButton>("exportButton")->click();
        auto* files = dialog->findChild<QFileDialog*>("exportFileDialog");
        ASSERT_NE(files, nullptr);
        emit files->fileSelected(QString::fromStdString(file.string()));
        files->close();
        ASSERT_TRUE(QTest::qWaitFor([this] { return find<QPushButton>("exportButton")->isEnabled(); }));
    }

    testing::TemporaryFolder folder;
    EngineBridge bridge{testing::idleEngine()};
    ExportTable table;
    std::vector<std::uint32_t> selected;
    std::unique_ptr<ExportDialog> dialog;
};

TEST_F(ExportDialogTest, SaysHowManyRowsAndWritesExactlyThem) {
    open();
    EXPECT_THAT(find<QPushButton>("exportButton")->text().toStdString(), HasSubstr("2"));
    exportTo(folder / "out.csv");
    const std::string written = testing::readFile(folder / "out.csv");
    EXPECT_THAT(written, StartsWith("\xEF\xBB\xBFid,text,label"));
    EXPECT_LT(written.find("退款"), written.find("1+1"));
    EXPECT_THAT(written, HasSubstr("'=1+1"));
    EXPECT_THAT(written, ::testing::Not(HasSubstr("third")));
    EXPECT_THAT(status().toStdString(), HasSubstr("out.csv"));
    EXPECT_TRUE(find<QPushButton>("exportOpenFolder")->isVisible());
}

TEST_F(ExportDialogTest, FollowsTheOptions) {
    open();
    find<QCheckBox>("exportByteOrderMark")->setChecked(false);
    find<QCheckBox>("exportFormulaGuard")->setChecked(false);
    find<QComboBox>("exportScores")->setCurrentIndex(1);
    exportTo(folder / "out.csv");
    const std::string written = testing::readFile(folder / "out.csv");
    EXPECT_THAT(written, StartsWith("id,text,label"));
    EXPECT_THAT(written, ::testing::Not(HasSubstr("'=1+1")));
    EXPECT_THAT(written, HasSubstr("score__投诉"));
}

TEST_F(ExportDialogTest, WritesJsonLinesWithoutOptionsThatBelongToTables) {
    open();
    choose(ExportFormat::JsonLines);
    EXPECT_FALSE(find<QCheckBox>("exportByteOrderMark")->isVisible());
    EXPECT_FALSE(find<QCheckBox>("exportFormulaGuard")->isVisible());
    exportTo(folder / "out.jsonl");
    EXPECT_THAT(testing::readFile(folder / "out.jsonl"), StartsWith("{"));
}

TEST_F(ExportDialogTest, CountsTheRowsOfItsScope) {
    table.reviews = ReviewTable(3);
    table.reviews.set(2, {true, {table.labels.labels[0].id}, false, false, ""});
    selected = {2, 0, 1};
    open();
    EXPECT_THAT(button().toStdString(), HasSubstr("3"));
    auto* scope = find<QComboBox>("exportScope");
    scope->setCurrentIndex(1);
    EXPECT_THAT(button().toStdString(), HasSubstr("2")) << "those shown";
    scope->setCurrentIndex(2);
    EXPECT_THAT(button().toStdString(), HasSubstr("3"));
    find<QCheckBox>("exportOnlyDecided")->setChecked(true);
    EXPECT_THAT(button().toStdString(), HasSubstr("1"));
    choose(ExportFormat::JsonLines);
    exportTo(folder / "out.jsonl");
    EXPECT_THAT(testing::readFile(folder / "out.jsonl"), HasSubstr("third"));
    EXPECT_THAT(testing::readFile(folder / "out.jsonl"), ::testing::Not(HasSubstr("退款")));
}

TEST_F(ExportDialogTest, OneSelectedRowIsNoChoice) {
    selected = {0};
    open();
    EXPECT_EQ(find<QComboBox>("exportScope")->currentIndex(), 1);
    EXPECT_THAT(button().toStdString(), HasSubstr("2"));
}

TEST_F(ExportDialogTest, WritesEveryFormatThatItOffers) {
    open();
    auto* formats = find<QComboBox>("exportFormat");
    for (int format = 0; format < formats->count(); ++format) {
        formats->setCurrentIndex(format);
        EXPECT_FALSE(find<QLabel>("exportHint")->text().isEmpty());
        const auto file = folder / ("out" + std::to_string(format));
        exportTo(file);
        EXPECT_GT(std::filesystem::file_size(file), 10U) << formats->currentText().toStdString() << ": " << status().toStdString();
    }
    EXPECT_EQ(formats->count(), 13);
}

TEST_F(ExportDialogTest, SaysWhatWasLeftOutAndWhatBelongsToTheFile) {
    table.rows = {0, 1, 2};
    table.scores = ScoreTable(3);
    table.reviews = ReviewTable(3);
    table.reviews.set(2, {true, {table.labels.labels[0].id}, false, false, ""});
    open();
    choose(ExportFormat::Spacy);
    exportTo(folder / "train.jsonl");
    EXPECT_THAT(status().toStdString(), HasSubstr("2 text"));
    EXPECT_THAT(status().toStdString(), HasSubstr("train.convert.py"));
}

TEST_F(ExportDialogTest, SaysWhyAFileCannotBeWritten) {
    open();
    exportTo(folder / "no_such_folder" / "out.csv");
    EXPECT_THAT(status().toStdString(), HasSubstr("no_such_folder"));
    EXPECT_FALSE(find<QPushButton>("exportOpenFolder")->isVisible());
}

TEST_F(ExportDialogTest, ThereIsNothingToExportWithoutRows) {
    table.rows.clear();
    open();
    EXPECT_FALSE(find<QPushButton>("exportButton")->isEnabled());
}

}  // namespace
}  // namespace labelwright::ui
