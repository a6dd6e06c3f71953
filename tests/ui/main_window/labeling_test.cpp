#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "tests/ui/main_window/window_fixture.h"
#include "ui/models/texts_model.h"
#include "ui/texts/texts_page.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

std::uint64_t labeled(const DecisionTable& decisions) { return decisions.best.size() - decisions.unscored - decisions.abstained; }

class Labeling : public WindowTest {};

TEST_F(Labeling, TheSampleOpensAndEveryTextGetsALabel) {
    openSample();
    EXPECT_EQ(session().dataset()->size(), 200U);
    EXPECT_EQ(session().labels().labels.size(), 4U);
    EXPECT_EQ(labeled(*session().decisions()), 200U);
    const TextsModel& model = window().textsPage().model();
    for (int row = 0; row < model.rowCount(); ++row) EXPECT_FALSE(model.index(row, TextsModel::Label).data().toString().isEmpty()) << row;
    screenshot("sample_light");
    AppSettings settings = window().settings();
    settings.colourScheme = ColourScheme::Dark;
    window().applySettings(settings);
    screenshot("sample_dark");
}

TEST_F(Labeling, AThresholdChangesTheLabelsWithoutRunningTheModel) {
    openSample();
    const std::uint64_t before = session().decisions()->abstained;
    bool ran = false;
    QObject::connect(&session(), &LabelingSession::runStateChanged, &session(), [&ran] { ran = true; });
    find<QDoubleSpinBox>("abstainBox")->setValue(0.95);
    ASSERT_TRUE(waitUntil([&] { return session().decisions()->abstained > before; }));
    find<QDoubleSpinBox>("abstainBox")->setValue(0);
    ASSERT_TRUE(waitUntil([&] { return session().decisions()->abstained == 0; }));
    EXPECT_FALSE(ran);
}

TEST_F(Labeling, ASecondRunAsksTheModelNothing) {
    openSample();
    RunSummary summary;
    QObject::connect(&session().bridge(), &EngineBridge::finished, &session(),
                     [&summary](const Finished& event) { summary = event.summary; });
    QTest::mouseClick(find<QPushButton>("runButton"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([&] { return summary.texts == 200; }));
    EXPECT_EQ(summary.forwards, 0U);
    EXPECT_EQ(summary.fromCache, summary.pairs);
}

TEST_F(Labeling, TheWorkIsThereAgainAfterClosing) {
    openSample();
    const std::vector<std::uint16_t> best = session().decisions()->best;
    const LabelSet labels = session().labels();
    find<QDoubleSpinBox>("abstainBox")->setValue(0.4);
    window().textsPage().setQuery("len:>10");
    close();
    open();
    ASSERT_TRUE(waitUntil([this] { return session().decisions() && session().decisions()->unscored == 0; }));
    EXPECT_EQ(session().dataset()->size(), 200U);
    EXPECT_EQ(session().labels(), labels);
    EXPECT_FLOAT_EQ(session().selection().abstain, 0.4F);
    EXPECT_EQ(window().textsPage().query(), "len:>10");
    find<QDoubleSpinBox>("abstainBox")->setValue(0);
    ASSERT_TRUE(waitUntil([&] { return session().decisions()->best == best; }));
    EXPECT_EQ(session().runningJob(), 0U);
}

TEST_F(Labeling, AnEmptyWindowSaysWhatToDoFirst) {
    open();
    ASSERT_TRUE(waitUntil([this] { return find<QLabel>("emptyTitle")->isVisible(); }));
    EXPECT_EQ(find<QLabel>("emptyTitle")->text(), "No texts yet");
    EXPECT_TRUE(find<QPushButton>("emptySample")->isVisible());
    EXPECT_FALSE(find<QPushButton>("runButton")->isEnabled());
    screenshot("empty_light");
}

}  // namespace
}  // namespace labelwright::ui
