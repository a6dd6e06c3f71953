#include "core/domain/label_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace labelwright {
namespace {

LabelSet labelsWithMerged(std::size_t labels, std::size_t merged) {
    LabelSet set;
    for (std::size_t k = 0; k < labels; ++k) {
        Label label;
        label.id = label.name = "label " + std::to_string(k);
        for (std::size_t inner = 0; inner < (k % 3 == 1 ? merged : 0); ++inner) {
            Label other;
            other.id = other.name = label.name + " " + std::to_string(inner);
            label.merged.push_back(other);
        }
        set.labels.push_back(label);
    }
    return set;
}

TEST(LabelsGiven, AreThoseOfTheDecisionHoweverCloseTheyAre) {
    std::mt19937 random(11);
    for (const ScoreRule rule : {ScoreRule::Entailment, ScoreRule::Cosine}) {
        for (const std::size_t merged : {0U, 1U, 3U}) {
            const LabelSet labels = labelsWithMerged(7, merged);
            const auto hashes = hypothesisHashes(labels);
            constexpr std::size_t rows = 3000;
            ScoreTable scores(rows);
            scores.addReading({"m", "m", rule, 0.05F, {}});
            for (std::size_t row = 0; row < rows; ++row) {
                // From wide apart to equal to the last bit.
                const float spread = std::vector<float>{5.0F, 0.1F, 1e-3F, 1e-6F, 0.0F}[row % 5];
                for (const Hash128& hash : hashes)
                    if (row % 50 != 7 || random() % 4 != 0)
                        scores.set(row, hash, {0.5F + spread * static_cast<float>(random() % 1000) / 1000, 0});
            }
            LabelReader reader(labels, scores);
            Selection several{SelectionMode::EveryAboveThreshold, 0.55F, 0, std::nullopt};
            Selection warm{SelectionMode::SingleBest, 0.5F, 0, 3.0F};
            Selection strict{SelectionMode::SingleBest, 0.5F, 0.4F, std::nullopt};
            for (std::size_t row = 0; row < rows; ++row) {
                reader.read(scores, row);
                for (const Selection& selection : {Selection(), several, warm, strict})
                    ASSERT_EQ(reader.labelsGiven(scores, selection), reader.decide(scores, selection).labels) << "row " << row;
            }
        }
    }
}

}  // namespace
}  // namespace labelwright
