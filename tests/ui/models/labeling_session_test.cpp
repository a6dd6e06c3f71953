#include <gtest/gtest.h>

#include <QSignalSpy>
#include <numeric>

#include "core/labels/label_list.h"
#include "tests/support/test_paths.h"
#include "tests/ui/support/real_engine.h"
#include "ui/models/labeling_session.h"

namespace labelwright::ui {
namespace {

using labelwright::testing::waitUntil;

/// A session with the real engine, the bundled model and a project file.
class Session : public ::testing::Test {
protected:
    Session() { open(); }

    void open() {
        const Places places = labelwright::testing::placesIn(m_folder.path());
        std::filesystem::create_directories(places.data);
        m_bridge = std::make_unique<EngineBridge>(labelwright::testing::makeRealEngine(places));
        m_session = std::make_unique<LabelingSession>(*m_bridge);
        bool opened = false;
        QObject::connect(m_bridge.get(), &EngineBridge::projectOpened, m_session.get(), [&opened] { opened = true; });
        m_bridge->engine().openProject(places.sessionProject());
        EXPECT_TRUE(waitUntil([&opened] { return opened; }));
    }
    void reopen() {
        m_session.reset();
        m_bridge.reset();
        open();
    }
    void importTexts(const std::string& lines, std::size_t count) {
        m_bridge->engine().importTexts({lines, "clipboard"}, {});
        ASSERT_TRUE(waitUntil([&] { return m_session->dataset() && m_session->dataset()->size() == count; }));
    }
    void setLabels(const std::vector<std::string>& names) {
        LabelSet labels = m_session->labels();
        labels.labels = makeLabels(names);
        m_session->setLabels(labels, "labels");
    }
    RunSummary run() {
        RunSummary summary;
        bool ended = false;
        const auto connection = QObject::connect(m_bridge.get(), &EngineBridge::finished, [&](const Finished& event) {
            summary = event.summary;
            ended = true;
        });
        m_session->startRun({});
        EXPECT_TRUE(waitUntil([&] { return ended && m_session->runningJob() == 0; }));
        QObject::disconnect(connection);
        return summary;
    }
    void waitForDecisions(const std::function<bool(const DecisionTable&)>& hold) {
        ASSERT_TRUE(waitUntil([&] { return m_session->decisions() && hold(*m_session->decisions()); }));
    }

    static constexpr const char* threeTexts = "请问什么时候发货\n客服态度太差了，我要投诉\n希望增加夜间模式\n";

    labelwright::testing::TemporaryFolder m_folder;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<LabelingSession> m_session;
};

TEST_F(Session, ARunGivesEveryTextALabelAndTheTableOfDecisionsAgreesWithEachRow) {
    importTexts(threeTexts, 3);
    setLabels({"咨询", "投诉", "建议"});
    EXPECT_EQ(m_session->decisions()->unscored, 3U);
    run();
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
    for (std::size_t row = 0; row < 3; ++row) {
        EXPECT_TRUE(m_session->scoredAt(row));
        EXPECT_EQ(m_session->decisions()->best[row], m_session->decisionAt(row).best);
        EXPECT_EQ(m_session->decisions()->confidence[row], m_session->decisionAt(row).confidence);
    }
    const auto& counts = m_session->decisions()->labelCounts;
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}), 3U);
}

TEST_F(Session, ASelectionIsReadFromTheSameScoresAndCanBeUndone) {
    importTexts(threeTexts, 3);
    setLabels({"咨询", "投诉", "建议"});
    run();
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
    Selection strict;
    strict.abstain = 0.999F;
    m_session->setSelection(strict);
    waitForDecisions([](const DecisionTable& table) { return table.abstained == 3; });
    EXPECT_EQ(m_session->runningJob(), 0U);
    m_session->undoStack().undo();
    EXPECT_EQ(m_session->selection(), Selection{});
    waitForDecisions([](const DecisionTable& table) { return table.abstained == 0; });
}

TEST_F(Session, ALabelAddedLaterIsMissingUntilTheNextRunWhichAsksOnlyForIt) {
    importTexts(threeTexts, 3);
    setLabels({"咨询", "投诉"});
    run();
    LabelSet more = m_session->labels();
    more.labels.push_back(makeLabels({"建议"}).front());
    m_session->setLabels(more, "add");
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 3 && table.unscored == 0; });
    EXPECT_FALSE(m_session->scoredAt(0));
    EXPECT_NE(m_session->decisionAt(0).best, Decision::none);
    const RunSummary summary = run();
    EXPECT_EQ(summary.pairs, 9U);
    EXPECT_LE(summary.forwards, 1U);  // texts are known; the new label's sentence is not
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
}

TEST_F(Session, MovingAndRemovingLabelsKeepsEveryCountWithItsLabelAtOnce) {
    importTexts(threeTexts, 3);
    setLabels({"咨询", "投诉", "建议"});
    run();
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
    const std::vector<std::uint64_t> before = m_session->decisions()->labelCounts;
    LabelSet turned = m_session->labels();
    std::reverse(turned.labels.begin(), turned.labels.end());
    m_session->setLabels(turned, "turn");
    EXPECT_EQ(m_session->decisions()->labelCounts, (std::vector<std::uint64_t>{before[2], before[1], before[0]}));
    LabelSet fewer = turned;
    fewer.labels.pop_back();
    m_session->setLabels(fewer, "remove");
    EXPECT_EQ(m_session->decisions()->labelCounts.size(), 2U);
    m_session->undoStack().undo();
    m_session->undoStack().undo();
    waitForDecisions([&before](const DecisionTable& table) { return table.labelCounts == before; });
}

TEST_F(Session, EverythingIsThereAgainAfterAProgramThatEndsWithoutNotice) {
    importTexts(threeTexts, 3);
    setLabels({"咨询", "投诉", "建议"});
    Selection selection;
    selection.mode = SelectionMode::EveryAboveThreshold;
    selection.threshold = 0.7F;
    m_session->setSelection(selection);
    run();
    const std::vector<float> probabilities = m_session->probabilitiesAt(1);
    m_session->setViewValue("query", "label:投诉");
    const LabelSet labels = m_session->labels();
    reopen();
    ASSERT_TRUE(m_session->dataset());
    EXPECT_EQ(m_session->dataset()->size(), 3U);
    EXPECT_EQ(m_session->labels(), labels);
    EXPECT_EQ(m_session->selection(), selection);
    EXPECT_EQ(m_session->probabilitiesAt(1), probabilities);
    EXPECT_EQ(m_session->viewValue("query").toString().toStdString(), "label:投诉");
    EXPECT_FALSE(m_session->scoresOutdated());
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
}

TEST_F(Session, AnotherModelMarksTheScoresOutdatedAndItsRunReplacesThem) {
    SKIP_WITHOUT(labelwright::testing::englishModel());
    importTexts(threeTexts, 3);
    setLabels({"question", "complaint"});
    run();
    const std::string first = m_session->scores().reading(0).modelId;
    EXPECT_FALSE(m_session->scoresOutdated());
    m_session->setModelChoice("all-MiniLM-L6-v2");
    EXPECT_TRUE(m_session->scoresOutdated());
    EXPECT_TRUE(m_session->scoredAt(0));
    reopen();
    EXPECT_TRUE(m_session->scoresOutdated());
    run();
    EXPECT_FALSE(m_session->scoresOutdated());
    EXPECT_EQ(m_session->scores().readings().size(), 1U);
    EXPECT_NE(m_session->scores().reading(0).modelId, first);
}

TEST_F(Session, AnImportDuringARunStopsItAndItsScoresDoNotReachTheNewTexts) {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "第" + std::to_string(i) + "条：请问什么时候发货，快递已经三天没有更新了\n";
    importTexts(many, 5000);
    setLabels({"咨询", "投诉"});
    m_session->startRun({});
    EXPECT_NE(m_session->runningJob(), 0U);
    importTexts(threeTexts, 3);
    EXPECT_EQ(m_session->runningJob(), 0U);
    QSignalSpy cancelled(m_bridge.get(), &EngineBridge::cancelled);
    QSignalSpy finished(m_bridge.get(), &EngineBridge::finished);
    ASSERT_TRUE(waitUntil([&] { return !cancelled.isEmpty() || !finished.isEmpty(); }));
    EXPECT_EQ(m_session->decisions()->unscored, 3U);
    EXPECT_FALSE(m_session->scoredAt(0));
}

TEST_F(Session, ACancelledRunKeepsWhatItHasAndTheNextOneContinues) {
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "第" + std::to_string(i) + "条：请问什么时候发货，快递已经三天没有更新了\n";
    importTexts(many, 3000);
    setLabels({"咨询", "投诉"});
    m_session->startRun({2999});
    ASSERT_TRUE(waitUntil([this] { return m_session->scoredAt(2999); }));
    m_session->cancelRun();
    ASSERT_TRUE(waitUntil([this] { return m_session->runningJob() == 0; }));
    EXPECT_TRUE(m_session->scoredAt(2999));
    const RunSummary summary = run();
    EXPECT_GT(summary.fromCache, 0U);
    waitForDecisions([](const DecisionTable& table) { return table.incomplete == 0; });
}

TEST_F(Session, WithoutTextsOrUsableLabelsNothingRuns) {
    m_session->startRun({});
    EXPECT_EQ(m_session->runningJob(), 0U);
    importTexts(threeTexts, 3);
    m_session->startRun({});
    EXPECT_EQ(m_session->runningJob(), 0U);
    m_session->requestPlan();
    EXPECT_EQ(m_session->planJob(), 0U);
}

}  // namespace
}  // namespace labelwright::ui
