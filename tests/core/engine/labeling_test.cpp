#include <algorithm>

#include "core/labels/label_history.h"
#include "tests/core/engine/engine_fixture.h"

namespace labelwright::testing {
namespace {

using Labeling = EngineTest;

TEST_F(Labeling, SendsStartedThenScoresThenExactlyOneEnd) {
    const auto events = eventsOf(engine().label(request(texts(messages(5)), labels({"咨询", "投诉"}), biEncoder())));
    EXPECT_TRUE(std::holds_alternative<Started>(events.front()));
    EXPECT_TRUE(std::holds_alternative<Finished>(events.back()));
    EXPECT_EQ(std::count_if(events.begin(), events.end(), [](const EngineEvent& e) { return std::holds_alternative<Finished>(e); }), 1);
    EXPECT_TRUE(engine().takeEvents().empty());
}

TEST_F(Labeling, ABadLabelSetOrAnUnknownModelFailsWithAReason) {
    const auto dataset = texts({"你好"});
    EXPECT_EQ(run(request(dataset, labels({}), biEncoder())).errors.at(0).code, ErrorCode::InvalidArgument);
    LabelSet badTemplate = labels({"咨询"});
    badTemplate.hypothesisTemplate = "no place for the label";
    EXPECT_EQ(run(request(dataset, badTemplate, biEncoder())).errors.at(0).code, ErrorCode::InvalidTemplate);
    const Run unknown = run(request(dataset, labels({"咨询"}), "no-such-model"));
    EXPECT_EQ(unknown.errors.at(0).code, ErrorCode::ModelUnknown);
    EXPECT_NE(unknown.errors.at(0).detail.find("labelwright-zh-mini"), std::string::npos) << "says what there is";
}

TEST_F(Labeling, NoTextsIsAnEmptySuccess) {
    const Run nothing = run(request(texts({}), labels({"咨询"}), biEncoder()));
    EXPECT_TRUE(nothing.errors.empty());
    EXPECT_EQ(nothing.summary.texts, 0U);
}

TEST_F(Labeling, ScoresDoNotDependOnOrderOrCompany) {
    const auto all = messages(30);
    const LabelSet set = labels({"咨询", "投诉", "建议"});
    LabelingRequest together = request(texts(all), set, crossEncoder());
    together.cache = CacheUse::Off;
    together.firstRows = {29, 3, 3, 500};
    const Run many = run(together);
    for (const std::size_t row : {0U, 7U, 29U}) {
        LabelingRequest alone = request(texts({all[row]}), set, crossEncoder());
        alone.cache = CacheUse::Off;
        const Run one = run(alone);
        for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(many.scores.at(row, k).yes, one.scores.at(0, k).yes, 1e-5);
    }
}

TEST_F(Labeling, WantedRowsComeFirst) {
    LabelingRequest wanted = request(texts(messages(400)), labels({"咨询"}), crossEncoder());
    wanted.firstRows = {399, 398};
    std::vector<std::uint32_t> firstReported;
    run(wanted, [&](JobId, const EngineEvent& event) {
        if (const auto* scored = std::get_if<RecordsScored>(&event); scored != nullptr && firstReported.empty())
            firstReported = scored->rows;
    });
    EXPECT_NE(std::find(firstReported.begin(), firstReported.end(), 399U), firstReported.end());
    EXPECT_NE(std::find(firstReported.begin(), firstReported.end(), 398U), firstReported.end());
}

TEST_F(Labeling, ACancelledRunKeepsWhatIsDoneAndTheNextOneGoesOn) {
    const auto dataset = texts(messages(3000));
    const LabelSet set = labels({"咨询", "投诉", "建议", "表扬", "物流"});
    const Run stopped = run(request(dataset, set, crossEncoder()), [&](JobId job, const EngineEvent& event) {
        if (std::holds_alternative<RecordsScored>(event)) engine().cancel(job);
    });
    ASSERT_TRUE(stopped.cancelled);
    EXPECT_GT(stopped.rowsReported, 0U);
    EXPECT_LT(stopped.rowsReported, 3000U);
    const Run rest = run(request(dataset, set, crossEncoder()));
    EXPECT_FALSE(rest.cancelled);
    EXPECT_EQ(rest.rowsReported, 3000U);
    EXPECT_EQ(stopped.summary.forwards + rest.summary.forwards, 15'000U) << "no pair is read twice";
}

TEST_F(Labeling, AJobCancelledBeforeItsTurnNeverStarts) {
    const JobId long_ = engine().label(request(texts(messages(500)), labels({"咨询"}), crossEncoder()));
    const JobId waiting = engine().label(request(texts(messages(5)), labels({"投诉"}), crossEncoder()));
    engine().cancel(waiting);
    engine().cancel(long_);
    const auto events = eventsOf(waiting);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<Cancelled>(events.front()));
}

TEST_F(Labeling, WhenMemoryIsShortBatchesAreHalvedAndTheResultIsTheSame) {
    const auto dataset = texts(messages(40));
    const LabelSet set = labels({"咨询", "投诉", "建议"});
    LabelingRequest plain = request(dataset, set, crossEncoder());
    plain.cache = CacheUse::Off;
    const Run whole = run(plain);
    EXPECT_EQ(whole.summary.memoryBackOffs, 0U);
    TorchBackendOptions tight;
    tight.failForwardAboveTokens = 300;
    restart(tight);
    const Run halved = run(plain);
    ASSERT_TRUE(halved.errors.empty()) << halved.errors.front().detail;
    EXPECT_GT(halved.summary.memoryBackOffs, 0U);
    EXPECT_EQ(halved.rowsReported, 40U);
    for (std::size_t row = 0; row < 40; ++row) EXPECT_NEAR(whole.scores.at(row, 1).yes, halved.scores.at(row, 1).yes, 1e-5);
}

TEST_F(Labeling, WhenNotEvenOneTextFitsTheRunFailsAndSaysSo) {
    TorchBackendOptions hopeless;
    hopeless.failForwardAboveTokens = 200;  // the trial of eight short texts passes only with less than the long one needs
    restart(hopeless);
    std::string longText;
    for (int i = 0; i < 600; ++i) longText += "很长";
    const Run failed = run(request(texts({longText}), labels({"咨询"}), crossEncoder()));
    ASSERT_EQ(failed.errors.size(), 1U);
    EXPECT_EQ(failed.errors.front().code, ErrorCode::OutOfMemory);
}

TEST_F(Labeling, TruncationIsReportedAlsoFromTheCache) {
    std::string longText;
    for (int i = 0; i < 600; ++i) longText += "很长的文字";
    const auto dataset = texts({"短", longText});
    for (const std::string& model : {crossEncoder(), biEncoder()}) {
        for (int pass = 0; pass < 2; ++pass) {
            const Run cut = run(request(dataset, labels({"咨询"}), model));
            EXPECT_EQ(cut.summary.truncated, 1U) << model << " pass " << pass;
            EXPECT_FALSE(cut.scores.truncated(0));
            EXPECT_TRUE(cut.scores.truncated(1));
        }
    }
}

TEST_F(Labeling, AutomaticSendsTextsWithoutChineseToTheEnglishModelAndSaysSo) {
    SKIP_WITHOUT(englishModel());
    LabelSet set = labels({"咨询", "投诉"});
    set.labels[0].englishName = "question";
    set.labels[1].englishName = "complaint";
    const Run both = run(request(texts({"请问什么时候发货？", "I was charged twice, this is unacceptable!"}), set, "auto"));
    ASSERT_EQ(both.models.size(), 2U);
    EXPECT_EQ(both.scores.reading(0).modelId, "labelwright-zh-mini");
    EXPECT_EQ(both.scores.reading(1).modelId, "all-MiniLM-L6-v2");
    const auto columns = both.scores.columns(hypothesisHashes(set));
    EXPECT_GT(both.scores.at(1, columns[1]).yes, both.scores.at(1, columns[0]).yes) << "the English text is a complaint";
}

TEST_F(Labeling, AutomaticWithoutTheEnglishModelUsesTheChineseOneAndSaysSo) {
    m_options.models.bundled = {bundledModel().parent_path()};
    restart();
    const Run chinese = run(request(texts({"你好", "hello"}), labels({"咨询", "投诉"}), "auto"));
    ASSERT_EQ(chinese.models.size(), 1U);
    EXPECT_EQ(chinese.rowsReported, 2U);
    ASSERT_FALSE(chinese.models.front().notes.empty());
    EXPECT_NE(chinese.models.front().notes.back().find("all-MiniLM-L6-v2"), std::string::npos);
}

TEST_F(Labeling, TheLabelsOfEachRunGoIntoTheHistoryOfThisMachine) {
    m_options.labelHistory = m_folder / "data";
    restart();
    run(request(texts(messages(2)), labels({"咨询", "投诉"}), biEncoder()));
    run(request(texts(messages(2)), labels({"咨询", "表扬"}), biEncoder()));
    restart();  // everything queued for the disk is there
    const auto used = LabelHistory(m_options.labelHistory).labels();
    ASSERT_TRUE(used.ok()) << used.error().detail;
    ASSERT_EQ(used->size(), 3U);
    EXPECT_EQ(used->front().name, "咨询");
    EXPECT_EQ(used->front().uses, 2U);
}

TEST_F(Labeling, ARunGoesOnWhereItsLabelsCannotBeNoted) {
    writeFile(m_folder / "data", "a file where the folder should be");
    m_options.labelHistory = m_folder / "data";
    restart();
    EXPECT_EQ(run(request(texts(messages(2)), labels({"咨询", "投诉"}), biEncoder())).rowsReported, 2U);
}

}  // namespace
}  // namespace labelwright::testing
