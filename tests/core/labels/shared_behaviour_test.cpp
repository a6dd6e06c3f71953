#include "core/labels/suggestions/shared_behaviour.h"

#include <gtest/gtest.h>

#include "core/labels/label_list.h"

namespace labelwright {
namespace {

/// Cosines of some texts, row by row; NaN: not scored.
class SharedBehaviourTest : public ::testing::Test {
protected:
    void fill(const std::vector<std::string>& names, const std::vector<std::vector<float>>& cosines) {
        labels.labels = makeLabels(names);
        scores = ScoreTable(cosines.size());
        const auto hypotheses = hypothesisHashes(labels);
        ScoreReading reading;
        reading.rule = ScoreRule::Cosine;
        reading.temperature = 0.1F;
        const auto index = scores.addReading(reading);
        for (std::size_t row = 0; row < cosines.size(); ++row) {
            scores.setReading(row, index);
            for (std::size_t label = 0; label < names.size(); ++label)
                if (cosines[row][label] > -2) scores.set(row, hypotheses[label], {cosines[row][label], 0});
        }
    }
    SharedBehaviour of(std::uint32_t left, std::uint32_t right) const {
        return BehaviourSample(labels, scores, Selection{}, {}).of(left, right);
    }

    static constexpr float unscored = -9;
    LabelSet labels;
    ScoreTable scores;
};

TEST_F(SharedBehaviourTest, CountsWhoWinsAndHowClosely) {
    fill({"a", "b", "c"}, {{0.50F, 0.499F, 0.0F},      // a, b right behind
                           {0.30F, 0.80F, 0.0F},       // b by far
                           {0.60F, 0.10F, 0.2F},       // a by far, b last
                           {0.10F, 0.20F, 0.9F},       // c
                           {0.70F, unscored, 0.0F}});  // does not count
    const SharedBehaviour found = of(0, 1);
    EXPECT_EQ(found.texts, 4U);
    EXPECT_EQ(found.leftWins, 2U);
    EXPECT_EQ(found.rightWins, 1U);
    EXPECT_EQ(found.closeSeconds, 1U);
    EXPECT_EQ(found.contested, (std::vector<std::uint32_t>{0, 1})) << "closest first; in row 2 the second is c";
    EXPECT_EQ(found.leftOnly, (std::vector<std::uint32_t>{2, 0}));
    EXPECT_EQ(found.rightOnly, (std::vector<std::uint32_t>{1}));
}

TEST_F(SharedBehaviourTest, ALabelWithoutScoresTakesNothingFromTheOthers) {
    fill({"a", "new", "b"}, {{0.50F, unscored, 0.499F}, {0.30F, unscored, 0.80F}, {0.60F, unscored, 0.10F}});
    const SharedBehaviour found = of(0, 2);
    EXPECT_EQ(found.texts, 3U);
    EXPECT_EQ(found.leftWins, 2U);
    EXPECT_EQ(found.rightWins, 1U);
    EXPECT_EQ(of(0, 1).texts, 0U);
    const BehaviourSample sample(labels, scores, Selection{}, {});
    EXPECT_EQ(sample.wins(0), 2U);
    EXPECT_EQ(sample.wins(1), 0U);
    EXPECT_EQ(sample.wins(2), 1U);
}

TEST_F(SharedBehaviourTest, CorrelationIsPearsons) {
    fill({"a", "b", "c"}, {{0.1F, 0.2F, 0.9F}, {0.2F, 0.4F, 0.8F}, {0.3F, 0.6F, 0.7F}, {0.4F, 0.8F, 0.6F}});
    EXPECT_NEAR(of(0, 1).correlation, 1, 1e-5);
    EXPECT_NEAR(of(0, 2).correlation, -1, 1e-5);
    fill({"a", "b"}, {{1, 2}, {2, 1}, {3, 4}, {4, 3}});
    EXPECT_NEAR(of(0, 1).correlation, 0.6, 1e-5);
}

TEST_F(SharedBehaviourTest, WithoutScoresNothingIsKnown) {
    fill({"a", "b"}, {});
    EXPECT_EQ(of(0, 1).texts, 0U);
    const BehaviourSample sample(labels, scores, Selection{}, {});
    EXPECT_EQ(sample.evidence(sample.of(0, 1)), 0);
}

TEST_F(SharedBehaviourTest, LabelsThatGoTogetherSpeakForBeingTheSame) {
    std::vector<std::vector<float>> cosines;
    for (int i = 0; i < 100; ++i) {
        const float wave = static_cast<float>(i % 10) / 10;
        const float other = static_cast<float>(i / 10 % 10) / 10;
        cosines.push_back({wave, wave + 0.001F, other, 0.5F - other / 2});
    }
    fill({"a", "b", "c", "d"}, cosines);
    const BehaviourSample sample(labels, scores, Selection{}, {});
    EXPECT_GT(sample.evidence(sample.of(0, 1)), 0.5F);
    EXPECT_LT(sample.evidence(sample.of(2, 3)), 0);
}

TEST_F(SharedBehaviourTest, ALargeTableIsSampledAndAlwaysTheSameWay) {
    fill({"a", "b"}, std::vector<std::vector<float>>(50000, {0.5F, 0.4F}));
    const BehaviourSample sample(labels, scores, Selection{}, {});
    EXPECT_LE(sample.texts(), 20000U);
    EXPECT_GT(sample.texts(), 10000U);
    EXPECT_EQ(sample.of(0, 1).leftOnly, of(0, 1).leftOnly);
}

}  // namespace
}  // namespace labelwright
