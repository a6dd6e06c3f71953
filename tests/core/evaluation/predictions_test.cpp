#include "core/evaluation/predictions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {
namespace {

using ::testing::ElementsAre;

class PredictionsTest : public ::testing::Test {
protected:
    PredictionsTest() {
        for (const char* name : {"a", "b"}) {
            Label label;
            label.id = label.name = name;
            m_labels.labels.push_back(label);
        }
        const auto hypotheses = hypothesisHashes(m_labels);
        m_scores.set(0, hypotheses[0], {2, 0, {}});
        m_scores.set(0, hypotheses[1], {-2, 0, {}});
        m_scores.set(1, hypotheses[0], {0.1F, 0, {}});
        m_scores.set(1, hypotheses[1], {0.2F, 0, {}});
        m_scores.set(2, hypotheses[0], {1, 0, {}});
    }
    LabelSet m_labels;
    ScoreTable m_scores{3};
    Selection m_selection;
};

TEST_F(PredictionsTest, KeepTheBestLabelOfARowThatAbstains) {
    m_selection.abstain = 0.9F;
    const auto predictions = predictionsOf(m_scores, m_labels, m_selection);
    ASSERT_TRUE(predictions);
    EXPECT_THAT(predictions->best, ElementsAre(0U, 1U, missingAnswer));
    EXPECT_THAT(labelColumn(predictions->given), ElementsAre(0U, noLabel, missingAnswer));
    EXPECT_NEAR(predictions->confidence[0], 1 / (1 + std::exp(-4)), 1e-6);
    EXPECT_EQ(predictions->confidence[2], 0);
}

TEST_F(PredictionsTest, GiveEveryLabelAboveTheThreshold) {
    m_selection.mode = SelectionMode::EveryAboveThreshold;
    const auto predictions = predictionsOf(m_scores, m_labels, m_selection);
    ASSERT_TRUE(predictions);
    EXPECT_THAT(predictions->given[0], ElementsAre(0U));
    EXPECT_THAT(predictions->given[1], ElementsAre(0U, 1U));
    EXPECT_TRUE(predictions->given.missing(2));
}

TEST_F(PredictionsTest, CanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(predictionsOf(m_scores, m_labels, m_selection, stop.get_token()));
}

}  // namespace
}  // namespace labelwright
