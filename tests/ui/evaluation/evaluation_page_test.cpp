#include "ui/evaluation/evaluation_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>

#include "tests/support/test_paths.h"
#include "tests/ui/support/test_session.h"
#include "ui/charts/chart_canvas.h"
#include "ui/evaluation/evaluator.h"

namespace labelwright::ui {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::uint32_t>;

/// Eight scored texts and one without scores, with a column of right labels. The model is right on rows 0, 1, 3, 4, 7 and wrong on 2, 5, 6.
class EvaluationPageTest : public ::testing::Test {
protected:
    EvaluationPageTest() : labels(testing::labelSetOf({"咨询", "投诉", "表扬"})) {
        DatasetBuilder builder(DatasetSource{}, {"gold"});
        const std::vector<std::string> gold{"咨询", "咨询", "咨询", "投诉", "投诉", "投诉", "表扬", "表扬", "表扬"};
        std::uint64_t line = 1;
        for (const std::string& cell : gold) {
            const std::array<std::string_view, 1> extras{cell};
            builder.add("", "text " + std::to_string(line), extras, line);
            ++line;
        }
        ProjectOpened opened;
        opened.contents.dataset = std::move(builder).build();
        opened.contents.labels = labels;
        const float none = std::nanf("");
        opened.contents.scores = testing::scoresOf(labels, {{0.9F, 0.06F, 0.04F},
                                                            {0.8F, 0.1F, 0.1F},
                                                            {0.3F, 0.6F, 0.1F},
                                                            {0.05F, 0.9F, 0.05F},
                                                            {0.2F, 0.7F, 0.1F},
                                                            {0.5F, 0.4F, 0.1F},
                                                            {0.2F, 0.55F, 0.25F},
                                                            {0.02F, 0.03F, 0.95F},
                                                            {none, none, none}});
        emit world.bridge.projectOpened(opened);
        world.settle();
        page = std::make_unique<EvaluationPage>(world.session);
        page->resize(1000, 700);
    }

    template <typename Widget>
    Widget& find(const char* name) {
        return *page->findChild<Widget*>(QLatin1String(name));
    }
    LabelingSession& session() { return world.session; }
    std::shared_ptr<const Evaluation> shown() { return page->evaluator().evaluation(); }
    void open() {
        page->show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return shown() != nullptr; }));
    }
    void openWithColumn() {
        open();
        const auto before = shown();
        auto& truth = find<QComboBox>("evaluationTruth");
        truth.setCurrentIndex(truth.findData("gold"));
        emit truth.activated(truth.currentIndex());
        ASSERT_TRUE(QTest::qWaitFor([&] { return shown() != before && shown() != nullptr; }));
    }
    void decide(std::uint32_t row, std::size_t label) {
        const std::array rows{row};
        session().review(
            rows,
            [&](Review& review, std::uint32_t) {
                review.decided = true;
                review.labels = {labels.labels[label].id};
            },
            QStringLiteral("review"));
    }
    QTableWidget& figures() { return find<QTableWidget>("chartTable"); }
    void openTab(int tab, int rows) {
        find<QTabBar>("evaluationTabs").setCurrentIndex(tab);
        ASSERT_TRUE(QTest::qWaitFor([&] { return find<QPushButton>("chartCopy").isEnabled() && figures().rowCount() == rows; }))
            << figures().rowCount() << " rows";
    }

    testing::TestSession world{{}, testing::labelSetOf({"x"})};
    LabelSet labels;
    std::unique_ptr<EvaluationPage> page;
};

TEST_F(EvaluationPageTest, SaysWhatToDoWhileNobodyHasSaidWhatIsRight) {
    open();
    EXPECT_TRUE(find<QLabel>("evaluationAdvice").isVisible());
    EXPECT_TRUE(find<QLabel>("evaluationAdvice").text().contains("Review some texts"));
    EXPECT_FALSE(find<QTableView>("evaluationLabels").isVisible());
}

TEST_F(EvaluationPageTest, ShowsFiguresAgainstAColumnAndWhatIsLeftOut) {
    openWithColumn();
    EXPECT_EQ(shown()->compared, 8U);
    EXPECT_EQ(find<QLabel>("figureAccuracy").text(), "62.5%");
    EXPECT_EQ(find<QLabel>("evaluationCounted").text(), "8 texts counted; left out: 1 not labeled yet.");
    const QAbstractItemModel& table = *find<QTableView>("evaluationLabels").model();
    ASSERT_EQ(table.rowCount(), 3);
    EXPECT_EQ(table.index(1, 1).data().toString(), "3");                    // rightly 投诉
    EXPECT_EQ(table.index(1, 2).data().toString(), "4");                    // given 投诉
    EXPECT_TRUE(table.index(1, 3).data().toString().startsWith("0.50 ("));  // precision 2 / 4
    EXPECT_TRUE(table.index(1, 4).data().toString().startsWith("0.67 ("));  // recall 2 / 3
    EXPECT_EQ(table.index(1, 6).data().toString(), "3");
}

TEST_F(EvaluationPageTest, SortsLabelsByFigureNotByItsText) {
    openWithColumn();
    auto& table = find<QTableView>("evaluationLabels");
    table.sortByColumn(3, Qt::DescendingOrder);
    EXPECT_EQ(table.model()->index(0, 0).data().toString(), "表扬");  // precision 1
    EXPECT_EQ(table.model()->index(2, 0).data().toString(), "投诉");  // 0.5
}

TEST_F(EvaluationPageTest, AClickOnALabelPicksItsErrorsAndOneOnACellExactlyItsTexts) {
    openWithColumn();
    QSignalSpy picked(page.get(), &EvaluationPage::rowsPicked);
    auto& table = find<QTableView>("evaluationLabels");
    const QRect row = table.visualRect(table.model()->index(1, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, row.center());
    ASSERT_EQ(picked.count(), 1);
    EXPECT_EQ(picked.takeFirst().at(1).value<Rows>(), (Rows{2, 5, 6}));

    find<QTabBar>("evaluationTabs").setCurrentIndex(1);
    auto& cells = find<QTableView>("evaluationConfusions");
    EXPECT_EQ(cells.model()->index(0, 1).data().toString(), "1");
    QTest::mouseClick(cells.viewport(), Qt::LeftButton, {}, cells.visualRect(cells.model()->index(2, 1)).center());
    ASSERT_EQ(picked.count(), 1);
    EXPECT_EQ(picked.at(0).at(0).toString(), "表扬 → 投诉");
    EXPECT_EQ(picked.at(0).at(1).value<Rows>(), Rows{6});
    cells.setCurrentIndex(cells.model()->index(0, 0));
    QTest::keyClick(&cells, Qt::Key_Return);
    ASSERT_EQ(picked.count(), 2) << "Enter does what a click does";
    EXPECT_EQ(picked.at(1).at(1).value<Rows>(), (Rows{0, 1}));
    QTest::mouseClick(cells.viewport(), Qt::LeftButton, {}, cells.visualRect(cells.model()->index(0, 2)).center());
    EXPECT_EQ(picked.count(), 2) << "an empty cell has no texts to show";
}

TEST_F(EvaluationPageTest, FollowsReviewsOnlyWhileItIsVisible) {
    open();
    decide(0, 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown() && shown()->compared == 1; }));
    page->hide();
    decide(2, 0);
    QTest::qWait(400);
    EXPECT_EQ(shown()->compared, 1U);
    page->show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown() && shown()->compared == 2; }));
    EXPECT_EQ(find<QLabel>("figureAccuracy").text(), "50.0%");
}

TEST_F(EvaluationPageTest, CountsSeveralLabelsATextWithTheirOwnFigures) {
    openWithColumn();
    Selection several;
    several.mode = SelectionMode::EveryAboveThreshold;
    several.threshold = 0.9F;
    session().setSelection(several);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown() && shown()->several; }));
    EXPECT_EQ(shown()->compared, 8U);
    const auto expected = multiLabelReport(shown()->truth.labels, shown()->predictions.given, 3);
    EXPECT_EQ(shown()->several->exact, expected->exact);
    EXPECT_TRUE(find<QTableView>("evaluationLabels").isVisible());
}

TEST_F(EvaluationPageTest, SaysSomethingOfAllTextsOnlyIfTheyWereDrawnAtRandom) {
    openWithColumn();
    auto& estimate = find<QLabel>("evaluationEstimate");
    EXPECT_FALSE(estimate.isVisible());
    find<QCheckBox>("evaluationRandom").click();
    EXPECT_TRUE(estimate.isVisible());
    EXPECT_TRUE(estimate.text().startsWith("From 8 random texts: of all 9, between ")) << estimate.text().toStdString();
    EXPECT_TRUE(session().viewValue("evaluationRandom").toBool()) << "it is kept with the texts";
}

TEST_F(EvaluationPageTest, WorksOutAChartOnlyWhenItIsOpened) {
    openWithColumn();
    QTest::qWait(200);
    EXPECT_FALSE(page->evaluator().coverage());
    openTab(2, 8);  // as many confidences as scored texts
    EXPECT_TRUE(page->evaluator().coverage());
    EXPECT_FALSE(page->evaluator().reliability());
}

TEST_F(EvaluationPageTest, AClickOnTheCoverageChartSetsTheAbstainThresholdAndUndoTakesItBack) {
    openWithColumn();
    openTab(2, 8);
    auto& canvas = find<ChartCanvas>("chartCanvas");
    EXPECT_DOUBLE_EQ(*canvas.shown().marker, 1) << "everything is answered";
    QSignalSpy moved(&canvas, &ChartCanvas::markerMoved);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, QPoint(canvas.width() / 2, canvas.height() / 2));
    ASSERT_EQ(moved.count(), 1);
    EXPECT_GT(moved.at(0).at(0).toDouble(), 0.3);
    EXPECT_LT(moved.at(0).at(0).toDouble(), 0.7);
    EXPECT_GT(session().selection().abstain, 0.6F);
    EXPECT_LT(session().selection().abstain, 0.91F);
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown() && shown()->selection.abstain > 0; }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return find<ChartCanvas>("chartCanvas").shown().marker < 0.8; }));
    session().undoStack().undo();
    EXPECT_EQ(session().selection().abstain, 0);
}

TEST_F(EvaluationPageTest, TheReliabilityDiagramHoldsTheCountsOfItsGroups) {
    openWithColumn();
    openTab(3, 10);
    const ChartData& data = find<ChartCanvas>("chartCanvas").shown();
    EXPECT_TRUE(data.diagonal);
    double answers = 0;
    for (const double count : data.series.back().values) answers += count;
    EXPECT_EQ(answers, 8);
    const QString note = find<QLabel>("chartSummary").text();
    EXPECT_TRUE(note.contains(QString::number(page->evaluator().reliability()->expectedError(), 'f', 3))) << note.toStdString();
}

TEST_F(EvaluationPageTest, TheFittedTemperatureIsUsedAtAPressAndTakenBackByUndo) {
    openWithColumn();
    openTab(4, 4);
    const TemperatureFit fit = **page->evaluator().temperature();
    EXPECT_LE(fit.logLoss, fit.logLossBefore);
    auto& use = find<QPushButton>("evaluationUseTemperature");
    ASSERT_TRUE(use.isVisible());
    use.click();
    EXPECT_EQ(session().selection().temperature, fit.temperature);
    session().undoStack().undo();
    EXPECT_EQ(session().selection().temperature, std::nullopt);
}

TEST_F(EvaluationPageTest, EveryChartIsSavedAsADrawingAndItsNumbersAsCsv) {
    const testing::TemporaryFolder folder;
    openWithColumn();
    openTab(2, 8);
    const auto save = [&](const char* button, const char* dialogName, const char* name) {
        find<QPushButton>(button).click();
        auto* dialog = page->findChild<QFileDialog*>(QLatin1String(dialogName));
        ASSERT_NE(dialog, nullptr);
        emit dialog->fileSelected(QString::fromStdString((folder / name).string()));
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    save("chartSave", "chartFileDialog", "curve.svg");
    EXPECT_NE(testing::readFile(folder / "curve.svg").find("<svg"), std::string::npos);
    save("chartNumbers", "chartNumbersDialog", "curve.csv");
    const std::string csv = testing::readFile(folder / "curve.csv");
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF")) << csv;
    EXPECT_NE(csv.find("\r\n1,0.625,0.5\r\n"), std::string::npos) << csv;
    save("chartSave", "chartFileDialog", "no-such-folder/curve.svg");
    EXPECT_TRUE(find<QLabel>("chartSummary").text().contains("could not be written"));
}

}  // namespace
}  // namespace labelwright::ui
