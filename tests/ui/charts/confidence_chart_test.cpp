#include "ui/charts/confidence_chart.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"
#include "ui/charts/chart_canvas.h"
#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

using testing::TestSession;

class ConfidenceChartTest : public ::testing::Test {
protected:
    ConfidenceChartTest() : labels(testing::labelSetOf({"咨询", "投诉"})) {
        Selection selection;
        selection.abstain = 0.6F;
        const std::vector<std::vector<float>> probabilities{{0.93F, 0.07F}, {0.18F, 0.82F}, {0.57F, 0.43F}};
        world = std::make_unique<TestSession>(std::vector<std::string>{"一", "二", "三"}, labels, probabilities, selection);
    }
    ~ConfidenceChartTest() override { applyColourScheme(*qApp, ColourScheme::Light); }

    void open(std::optional<std::size_t> row) {
        chart = std::make_unique<ConfidenceChart>(world->session, row);
        chart->open();
        ASSERT_TRUE(QTest::qWaitFor([&] { return chart->findChild<QPushButton*>("chartCopy")->isEnabled() && table()->rowCount() > 0; }));
        ASSERT_TRUE(QTest::qWaitFor([&] { return !chart->findChild<QLabel*>("chartSummary")->text().startsWith("Counting"); }));
    }
    QTableWidget* table() const { return chart->findChild<QTableWidget*>("chartTable"); }
    ChartCanvas* canvas() const { return chart->findChild<ChartCanvas*>("chartCanvas"); }
    QString cell(int row, int column) const { return table()->item(row, column)->text(); }

    LabelSet labels;
    std::unique_ptr<TestSession> world;
    std::unique_ptr<ConfidenceChart> chart;
};

TEST_F(ConfidenceChartTest, GathersNothingBeforeItIsShown) {
    ConfidenceChart closed(world->session, std::nullopt);
    QTest::qWait(50);
    EXPECT_EQ(closed.findChild<QTableWidget*>("chartTable")->rowCount(), 0);
}

TEST_F(ConfidenceChartTest, ShowsHowManyTextsAreHowSure) {
    open(std::nullopt);
    EXPECT_EQ(table()->rowCount(), 20);
    EXPECT_EQ(cell(16, 1), "1");  // 0.82
    EXPECT_EQ(cell(18, 1), "1");  // 0.93
    EXPECT_EQ(cell(11, 1), "0");
    EXPECT_EQ(cell(11, 2), "1");  // 0.57, below 0.6: without a label
    EXPECT_EQ(canvas()->shown().marker, 0.6F);
    EXPECT_EQ(chart->findChild<QLabel*>("chartSummary")->text(), "3 of 3 texts scored · median confidence 0.82 · 1 without a label");
}

TEST_F(ConfidenceChartTest, ShowsTextsByLabel) {
    open(std::nullopt);
    chart->findChild<QTabBar*>("chartTabs")->setCurrentIndex(1);
    ASSERT_EQ(table()->rowCount(), 3);
    EXPECT_EQ(cell(0, 0), "咨询");
    EXPECT_EQ(cell(0, 1), "1");
    EXPECT_EQ(cell(2, 0), "No label");
    EXPECT_EQ(cell(2, 1), "1");
}

TEST_F(ConfidenceChartTest, ShowsTheScoresOfTheAskedRowHighestFirst) {
    open(1);
    ASSERT_EQ(table()->rowCount(), 2);
    EXPECT_EQ(cell(0, 0), "投诉");
    EXPECT_EQ(cell(0, 1), "0.82");
    chart->setRow(0);
    EXPECT_EQ(cell(0, 0), "咨询");
}

TEST_F(ConfidenceChartTest, FollowsAThresholdWhileItIsOpen) {
    open(std::nullopt);
    Selection selection = world->session.selection();
    selection.abstain = 0;
    world->session.setSelection(selection);
    EXPECT_TRUE(QTest::qWaitFor([&] { return table()->columnCount() == 2 && cell(11, 1) == "1"; }));
}

TEST_F(ConfidenceChartTest, FollowsTheColourScheme) {
    open(std::nullopt);
    applyColourScheme(*qApp, ColourScheme::Dark);
    QTest::qWait(50);
    const QImage image = canvas()->grab().toImage();
    EXPECT_LT(image.pixelColor(image.width() - 3, image.height() - 3).lightness(), 80);
}

TEST_F(ConfidenceChartTest, CopiesPictureAndFigures) {
    open(1);
    chart->findChild<QPushButton*>("chartCopy")->click();
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    EXPECT_TRUE(copied->hasImage());
    EXPECT_EQ(copied->text(), "Label\tProbability\n投诉\t0.82\n咨询\t0.18");
}

TEST_F(ConfidenceChartTest, SavesAsPngAndPdf) {
    const testing::TemporaryFolder folder;
    open(std::nullopt);
    for (const char* name : {"chart.png", "chart.pdf"}) {
        chart->findChild<QPushButton*>("chartSave")->click();
        auto* dialog = chart->findChild<QFileDialog*>("chartFileDialog");
        ASSERT_NE(dialog, nullptr);
        const QString file = QString::fromStdString((folder / name).string());
        emit dialog->fileSelected(file);
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QImage picture(QString::fromStdString((folder / "chart.png").string()));
    EXPECT_GT(picture.width(), 400);
    EXPECT_TRUE(testing::readFile(folder / "chart.pdf").starts_with("%PDF"));
}

TEST_F(ConfidenceChartTest, TheTableIsAnAlternativeToThePicture) {
    open(std::nullopt);
    EXPECT_FALSE(table()->isVisible());
    chart->findChild<QPushButton*>("chartAsTable")->click();
    EXPECT_TRUE(table()->isVisible());
    EXPECT_FALSE(canvas()->isVisible());
    EXPECT_FALSE(table()->accessibleName().isEmpty());
    EXPECT_FALSE(canvas()->accessibleName().isEmpty());
}

}  // namespace
}  // namespace labelwright::ui
