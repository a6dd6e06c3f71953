#include "core/labels/answer_comparison.h"

#include <gtest/gtest.h>

#include <random>

#include "core/domain/label_reader.h"
#include "core/labels/label_list.h"
#include "core/labels/merging.h"

namespace labelwright {
namespace {

/// Four texts, three labels: 0 is surely a, 1 is c by a little over the rest, 2 is b, 3 was never scored for c.
class Answers : public ::testing::Test {
protected:
    Answers() {
        labels.labels = makeLabels({"a", "b", "c"});
        for (Label& label : labels.labels) label.id = label.name;
        scores.addReading({"m", "m", ScoreRule::Entailment, 1, {}});
        const std::vector<std::vector<float>> rows{{5, 0, 0}, {1.0F, 1.1F, 1.3F}, {0, 4, 1}, {1, 2}};
        const auto hashes = hypothesisHashes(labels);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t k = 0; k < rows[row].size(); ++k) scores.set(row, hashes[k], {rows[row][k], 0});
    }
    AnswerComparison compare(const LabelSet& after, const Selection& selection = {}) const {
        return *compareAnswers(scores, {labels, {}}, {after, selection});
    }
    static std::vector<std::uint32_t> changedRows(const AnswerComparison& comparison) {
        std::vector<std::uint32_t> rows;
        for (const ChangedAnswer& answer : comparison.changed) rows.push_back(answer.row);
        return rows;
    }
    using Counts = std::vector<std::uint64_t>;
    using Rows = std::vector<std::uint32_t>;
    LabelSet labels;
    ScoreTable scores{4};
};

TEST_F(Answers, OfTheSameSetAreTheSameAndRowsWithoutAllScoresAreLeftOut) {
    const AnswerComparison same = compare(labels);
    EXPECT_EQ(same.compared, 3U);
    EXPECT_EQ(same.incomplete, 1U);
    EXPECT_EQ(same.before, (Counts{1, 1, 1, 0}));
    EXPECT_EQ(same.after, same.before);
    EXPECT_EQ(changedRows(same), Rows{});
}

TEST_F(Answers, AfterAMergeChangeWhereTheTwoTogetherOutweighTheThird) {
    const AnswerComparison merged = compare(*mergeLabels(labels, "a", "b"));
    EXPECT_EQ(merged.after, (Counts{3, 0, 0})) << "b holds a; c lost text 1 to both together";
    EXPECT_EQ(changedRows(merged), Rows{1}) << "a text that goes from a to the label that a was merged into keeps its label";
    EXPECT_EQ(merged.changed[0], (ChangedAnswer{1, 2, 0}));
    EXPECT_EQ(merged.at(2, 0), 1U);
    EXPECT_EQ(merged.at(0, 0), 1U);
}

TEST_F(Answers, OfAMergeAndItsOppositeAreThoseBefore) {
    const LabelSet merged = *mergeLabels(labels, "a", "b");
    const auto back = compareAnswers(scores, {merged, {}}, {*unmergeLabel(merged, "a"), {}});
    EXPECT_EQ(changedRows(*back), Rows{1});
    const auto whole = compare(*unmergeLabel(merged, "a"));
    EXPECT_EQ(changedRows(whole), Rows{});
}

TEST_F(Answers, OfAnotherThresholdShowWhoIsLeftWithoutALabel) {
    Selection strict;
    strict.abstain = 0.9F;
    const AnswerComparison result = compare(labels, strict);
    EXPECT_EQ(result.after, (Counts{1, 1, 0, 1}));
    EXPECT_EQ(changedRows(result), Rows{1});
}

TEST_F(Answers, OfARemovedLabelGoToTheSecond) {
    LabelSet without = labels;
    without.labels.pop_back();
    const AnswerComparison result = compare(without);
    EXPECT_EQ(changedRows(result), Rows{1});
    EXPECT_EQ(result.at(2, 1), 1U);
    EXPECT_EQ(result.incomplete, 1U);
}

TEST_F(Answers, StopWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(compareAnswers(scores, {labels, {}}, {labels, {}}, stop.get_token()).has_value());
}

TEST_F(Answers, OfManyTextsAreThoseOfEachOneInTheirOrder) {
    constexpr std::size_t rows = ScoreTable::blockRows * 5 + 7;  // stretches of unequal length, however many there are
    ScoreTable many(rows);
    many.addReading({"m", "m", ScoreRule::Entailment, 1, {}});
    const auto hashes = hypothesisHashes(labels);
    std::mt19937 random(5);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t k = 0; k < hashes.size(); ++k)
            if (random() % 20 != 0) many.set(row, hashes[k], {static_cast<float>(random() % 100) / 10, 0});
    const LabelSet merged = *mergeLabels(labels, "a", "b");
    const AnswerComparison whole = *compareAnswers(many, {labels, {}}, {merged, {}});

    LabelReader before(labels, many), after(merged, many);
    Counts givenBefore(4), givenAfter(3);
    Rows changed;
    std::uint64_t compared = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        before.read(many, row);
        after.read(many, row);
        if (!before.complete() || !after.complete()) continue;
        ++compared;
        const std::uint32_t old = before.decide(many, {}).labels.front(), present = after.decide(many, {}).labels.front();
        ++givenBefore[old];
        ++givenAfter[present];
        // a and b before are b after, whose place is the first.
        if ((old < 2 ? 0U : 1U) != present) changed.push_back(row);
    }
    EXPECT_EQ(whole.compared, compared);
    EXPECT_EQ(whole.incomplete, rows - compared);
    EXPECT_EQ(whole.before, givenBefore);
    EXPECT_EQ(whole.after, givenAfter);
    EXPECT_EQ(changedRows(whole), changed);
    EXPECT_FALSE(changed.empty());
}

}  // namespace
}  // namespace labelwright
