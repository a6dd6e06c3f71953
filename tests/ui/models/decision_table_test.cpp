#include <gtest/gtest.h>

#include "tests/ui/models/random_rows.h"

namespace labelwright::ui {
namespace {

DecisionTask taskOf(const RowFacts& facts) {
    DecisionTask task;
    task.scores = facts.scores;
    task.reader = LabelReader(facts.labels, facts.scores);
    task.selection = facts.selection;
    return task;
}

TEST(DecisionTables, SayForEveryRowWhatTheSelectionSays) {
    for (const SelectionMode mode : {SelectionMode::SingleBest, SelectionMode::EveryAboveThreshold}) {
        const RandomRows rows(11, 9000, 5, mode);
        const DecidedRows decided = decideRows(taskOf(rows.facts));
        DecisionTable expected;
        expected.labelCounts.assign(5, 0);
        for (std::size_t row = 0; row < 9000; ++row) {
            std::vector<PairLogits> logits(5);
            std::vector<float> p(5, std::numeric_limits<float>::quiet_NaN());
            rows.facts.scores.read(row, rows.facts.scores.columns(hypothesisHashes(rows.facts.labels)), logits);
            const auto scored = std::count_if(logits.begin(), logits.end(), [](const PairLogits& pair) { return pair.scored(); });
            if (scored > 0) probabilities(logits, rows.facts.scores.reading(row), rows.facts.selection, p);
            const Decision decision = decide(p, rows.facts.selection);
            const std::uint16_t best = decision.best == Decision::none ? DecisionTable::notScored
                                       : decision.abstained            ? DecisionTable::noLabel
                                                                       : static_cast<std::uint16_t>(decision.best);
            ASSERT_EQ(decided.table->best[row], best) << row;
            ASSERT_EQ(decided.table->confidence[row], decision.confidence) << row;
            ASSERT_EQ(decided.table->margin[row], decision.margin) << row;
            for (const std::uint32_t label : decision.labels) ++expected.labelCounts[label];
            expected.unscored += scored == 0 ? 1 : 0;
            expected.incomplete += scored < 5 ? 1 : 0;
            expected.abstained += scored > 0 && decision.abstained ? 1 : 0;
            expected.truncated += rows.facts.scores.truncated(row) ? 1 : 0;
        }
        EXPECT_EQ(decided.table->labelCounts, expected.labelCounts);
        EXPECT_EQ(decided.table->unscored, expected.unscored);
        EXPECT_EQ(decided.table->incomplete, expected.incomplete);
        EXPECT_EQ(decided.table->abstained, expected.abstained);
        EXPECT_EQ(decided.table->truncated, expected.truncated);
    }
}

TEST(DecisionTables, SomeBlocksDecidedAnewGiveTheSameAsAll) {
    RandomRows rows(12, 20000, 4);
    DecisionTask task = taskOf(rows.facts);
    task.previous = decideRows(task);
    for (std::uint32_t row = 5000; row < 9500; row += 7) task.scores.set(row, hypothesisHashes(rows.facts.labels)[2], {0.99F, 0});
    task.blocks = {1, 2};
    const DecidedRows some = decideRows(task);
    task.blocks.clear();
    const DecidedRows all = decideRows(task);
    EXPECT_NE(some.table->best, task.previous.table->best);
    EXPECT_EQ(some.table->best, all.table->best);
    EXPECT_EQ(some.table->labelCounts, all.table->labelCounts);
    EXPECT_EQ(some.table->abstained, all.table->abstained);
    EXPECT_EQ(some.table->unscored, all.table->unscored);
}

TEST(DecisionTables, FollowLabelsThatMoveOrGo) {
    const RandomRows rows(13, 1000, 3);
    const DecidedRows decided = decideRows(taskOf(rows.facts));
    const std::vector<std::uint16_t> newIndex{1, DecisionTable::notScored, 0};
    const auto moved = withLabelsMoved(*decided.table, newIndex, 2);
    ASSERT_EQ(moved->labelCounts.size(), 2U);
    EXPECT_EQ(moved->labelCounts[0], decided.table->labelCounts[2]);
    EXPECT_EQ(moved->labelCounts[1], decided.table->labelCounts[0]);
    for (std::size_t row = 0; row < 1000; ++row) {
        const std::uint16_t before = decided.table->best[row];
        EXPECT_EQ(moved->best[row], before < 3 ? newIndex[before] : before);
    }
}

}  // namespace
}  // namespace labelwright::ui
